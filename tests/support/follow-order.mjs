import { readFileSync, writeFileSync } from "node:fs";

/** Calls `obey` with the content of `file` whenever it changes, and confirms this in `<file>.seen`. */
export function followOrder(file, everyMs, obey) {
  let text = "";
  function read() {
    let found = "";
    try {
      found = readFileSync(file, "utf8");
    } catch {
      // Nobody has given an order yet.
    }
    if (found === text) return;
    text = found;
    obey(found);
    writeFileSync(`${file}.seen`, found);
  }
  read();
  setInterval(read, everyMs).unref();
}
