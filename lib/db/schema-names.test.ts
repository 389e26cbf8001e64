import { describe, expect, it } from "vitest";
import { schemaNames } from "./schema-names.ts";

const made = `CREATE TABLE "A" ("id" TEXT);\nCREATE UNIQUE INDEX "A_id" ON "A"("id");\nCREATE TABLE "B" ("id" TEXT);`;

describe("the names that migrations make", () => {
  const names = (...scripts: string[]) => {
    const { tables, indexes } = schemaNames(scripts);
    return [...tables, ...indexes.keys()].sort();
  };

  it("are also those of virtual tables and of triggers", () => {
    const search = `CREATE VIRTUAL TABLE "V" USING fts5("x");\nCREATE TRIGGER "T" AFTER INSERT ON "A" BEGIN DELETE FROM "V"; END;`;
    expect(names(made, search)).toEqual(["A", "A_id", "B", "T", "V"]);
  });

  it("are those of tables and indexes, with the statement that makes each index", () => {
    expect(names(made)).toEqual(["A", "A_id", "B"]);
    expect(schemaNames([made]).indexes.get("A_id")).toBe('CREATE UNIQUE INDEX "A_id" ON "A"("id")');
  });

  it("are without those that a later migration drops, and without the indexes of a dropped table", () => {
    expect(names(made, 'DROP INDEX "A_id";')).toEqual(["A", "B"]);
    expect(names(made, 'DROP TABLE "A";')).toEqual(["B"]);
  });

  it("are the same after SQLite has made a table again", () => {
    const anew = `CREATE TABLE "new_A" ("id" TEXT, "x" TEXT);\nDROP TABLE "A";\nALTER TABLE "new_A" RENAME TO "A";\nCREATE UNIQUE INDEX "A_id" ON "A"("id");`;
    expect(names(made, anew)).toEqual(["A", "A_id", "B"]);
  });
});
