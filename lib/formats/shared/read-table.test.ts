import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable, writeTable } from "./read-table.ts";

describe("separated values", () => {
  it("keep separators, line ends and quotes within quoted cells, and know their lines", () => {
    expect(readTable('a,"b\n""c"", d"\n\ne,5" wide\n', ",")).toEqual({
      ok: true,
      rows: [
        { line: 1, cells: ["a", 'b\n"c", d'] },
        { line: 4, cells: ["e", '5" wide'] },
      ],
    });
  });

  it("are refused with the line of a quote that is never closed", () => {
    expect(readTable('a\n"b', ",")).toEqual({ ok: false, reason: "line 2: a quoted cell is never closed" });
  });

  it("come back as they were written", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", " ", "\t"), maxLength: 6 });
    const rows = fc.array(
      fc.array(cell, { minLength: 2, maxLength: 3 }).filter((cells) => cells.some((text) => text !== "")),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(rows, (written) => {
        const read = readTable(writeTable(written, ",", "\n"), ",");
        expect(read.ok && read.rows.map(({ cells }) => cells)).toEqual(written);
      }),
    );
  });
});
