import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { beyondImport } from "./beyond-import.ts";
import { maxTextBytes } from "./shared/decode-text.ts";

it("names a file of an export that an import here would refuse for its size", () => {
  const large = new Uint8Array(maxTextBytes + 1);
  const [table, pack] = beyondImport([
    { path: "a.csv", bytes: large },
    { path: "b.zip", bytes: zipSync({ "c.png": large }) },
    { path: "d.csv", bytes: new Uint8Array(1) },
    { path: "images/e.png", bytes: large },
  ]);
  expect(table).toContain(`a.csv is more than an import here reads: it has ${maxTextBytes + 1} bytes`);
  expect(pack).toContain('b.zip is more than an import here reads: "c.png" has');
});
