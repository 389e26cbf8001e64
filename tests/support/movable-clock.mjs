/**
 * Loaded into a server under test by `--import`: its clock is off by as many milliseconds as the file
 * MOCKDOWN_TEST_CLOCK holds, whenever that changes. Timers go on as before, as they do when a clock is set.
 */
import { followOrder } from "./follow-order.mjs";

let offMs = 0;
followOrder(process.env.MOCKDOWN_TEST_CLOCK ?? "", 10, (text) => {
  offMs = Number(text);
});

const now = () => RealDate.now() + offMs;
const RealDate = Date;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, words, made) => Reflect.construct(target, words.length === 0 ? [now()] : words, made),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
