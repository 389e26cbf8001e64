/**
 * Loaded into a server under test with `--import`: follows the file MOCKDOWN_TEST_CLOCK, which contains two numbers of
 * milliseconds. The first shifts the wall clock, as if somebody had set it; timers and the monotonic clock continue as
 * before. The second makes time itself pass, for both clocks.
 */
import { followOrder } from "./follow-order.mjs";

let setMs = 0;
let passedMs = 0;
followOrder(process.env.MOCKDOWN_TEST_CLOCK ?? "", 10, (text) => {
  [setMs = 0, passedMs = 0] = text.split(" ").map(Number);
});

const now = () => RealDate.now() + setMs + passedMs;
const RealDate = Date;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

const sinceStart = performance.now.bind(performance);
performance.now = () => sinceStart() + passedMs;
