import Driver from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { statementsOf } from "./sqlite-statements.ts";

const at = new Date("2026-11-22T12:00:00.123Z");

/** Whole numbers as Prisma's connections give them. */
function opened() {
  const connection = new Driver(":memory:");
  connection.defaultSafeIntegers(true);
  connection.exec("CREATE TABLE t (name TEXT, at DATETIME, late BOOLEAN, count INTEGER, points REAL)");
  return { connection, statements: statementsOf(connection) };
}

describe("statements that are kept prepared", () => {
  it("give values by the types of their columns", () => {
    const { statements } = opened();
    const insert = "INSERT INTO t VALUES (?, ?, ?, ?, ?)";
    expect(statements.changes(insert, ["a", at, true, 3, 0.5])).toBe(1);
    expect(statements.changes(insert, ["b", null, null, null, null])).toBe(1);
    expect(statements.rows("SELECT *, (SELECT COUNT(*) FROM t) AS all_ FROM t ORDER BY name", [])).toEqual([
      { name: "a", at, late: true, count: 3, points: 0.5, all_: 2 },
      { name: "b", at: null, late: null, count: null, points: null, all_: 2 },
    ]);
  });

  it("bind the values of each call again", () => {
    const { statements } = opened();
    for (const name of ["a", "b", "c"]) statements.changes("INSERT INTO t (name) VALUES (?)", [name]);
    const found = ["c", "a", "none"].map((name) => statements.rows("SELECT name FROM t WHERE name = ?", [name]));
    expect(found).toEqual([[{ name: "c" }], [{ name: "a" }], []]);
  });

  it("change rows and give them", () => {
    const { statements } = opened();
    statements.changes("INSERT INTO t (name, late) VALUES (?, ?)", ["a", false]);
    expect(statements.rows("UPDATE t SET late = ? RETURNING late", [true])).toEqual([{ late: true }]);
    expect(statements.changes("DELETE FROM t WHERE late = ?", [true])).toBe(1);
  });

  it("answer when there are more of them than are kept", () => {
    const { statements } = opened();
    const lengths = Array.from({ length: 600 }, (_, i) => i + 1);
    statements.changes("INSERT INTO t (name) VALUES (?)", ["x"]);
    for (const length of [...lengths, 1]) {
      const marks = Array.from({ length }, () => "?").join(", ");
      const values = Array.from({ length }, () => "x");
      expect(statements.rows(`SELECT name FROM t WHERE name IN (${marks})`, values)).toEqual([{ name: "x" }]);
    }
  });

  it("follow a table that is changed while they are kept", () => {
    const { connection, statements } = opened();
    statements.changes("INSERT INTO t (name) VALUES (?)", ["a"]);
    const ask = () => statements.rows("SELECT name FROM t", []);
    expect(ask()).toEqual([{ name: "a" }]);
    connection.exec("ALTER TABLE t ADD COLUMN more TEXT; DROP TABLE t; CREATE TABLE t (more TEXT, name TEXT)");
    expect(ask()).toEqual([]);
  });
});
