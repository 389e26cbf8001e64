import { describe, expect, it } from "vitest";
import { inTurn, type Table } from "./table.ts";

function table(name: string, ...references: readonly (readonly [string, "nullable" | "required"])[]): Table {
  return {
    name,
    columns: [],
    key: ["id"],
    references: references.map(([to, need]) => ({ table: to, columns: [`${to}Id`], isNullable: need === "nullable" })),
  };
}

describe("inTurn", () => {
  it("puts each table after those that it refers to", () => {
    const turns = inTurn([
      table("entry", ["item", "required"]),
      table("item", ["attempt", "nullable"]),
      table("attempt"),
    ]);
    expect(turns.map((turn) => turn.table.name)).toEqual(["attempt", "item", "entry"]);
    expect(turns.flatMap((turn) => turn.later)).toEqual([]);
  });

  it("fills a reference at the end where two tables refer to each other, or a table to itself", () => {
    const turns = inTurn([
      table("revision", ["question", "required"]),
      table("question", ["revision", "nullable"]),
      table("comment", ["comment", "nullable"]),
    ]);
    expect(turns.map((turn) => [turn.table.name, ...turn.later])).toEqual([
      ["question", "revisionId"],
      ["revision"],
      ["comment", "commentId"],
    ]);
  });

  it("refuses tables that no order satisfies", () => {
    expect(() => inTurn([table("a", ["b", "required"]), table("b", ["a", "required"])])).toThrow("no order of a, b");
  });
});
