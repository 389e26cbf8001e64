/**
 * Loaded into a server under test by `--import`: its clock is off by as many milliseconds as the file
 * MOCKDOWN_TEST_CLOCK holds, whenever that changes. Timers go on as before, as they do when a clock is set.
 */
import { readFileSync, writeFileSync } from "node:fs";

const file = process.env.MOCKDOWN_TEST_CLOCK ?? "";
let offMs = 0;

let text = "0";

function read() {
  let found = "0";
  try {
    found = readFileSync(file, "utf8");
  } catch {
    // Nobody has set the clock yet.
  }
  if (found === text) return;
  text = found;
  offMs = Number(found);
  writeFileSync(`${file}.seen`, found);
}

read();
setInterval(read, 10).unref();

const now = () => RealDate.now() + offMs;
const RealDate = Date;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, words, made) => Reflect.construct(target, words.length === 0 ? [now()] : words, made),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
