import { readFileSync, writeFileSync } from "node:fs";

/** Calls `obey` with what `file` holds, whenever that changes, and says so in `<file>.seen`. */
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
