import type { TableRow } from "../shared/read-table.ts";
import { listOf, unguard } from "./cells.ts";
import type { CsvHeader } from "./header.ts";
import { isFlag, isPlace, isText, type KeyStyle, lettersOf, namesTexts, numbersOf } from "./keys.ts";

/** Of one row alone "2" may be the second option or the one that says 2; all rows together tell. */
export function styleOf(rows: readonly TableRow[], head: CsvHeader): KeyStyle {
  const cellsOf = (row: TableRow, part: RegExp) =>
    [...head.columns].flatMap(([name, at]) => (part.test(name) ? [unguard(row.cells[at] ?? "").trim()] : []));
  const keyed = rows
    .map((row) => ({
      key: keyOf(row, head).trim(),
      options: [...cellsOf(row, /^option /), ...cellsOf(row, /^options$/).flatMap(listOf)].filter(
        (text) => text !== "",
      ),
    }))
    .filter(({ key, options }) => key !== "" && options.length > 1);
  const flags = rows.flatMap((row) => cellsOf(row, /^key /));
  return {
    first: head.fromNought || rows.some((row) => countsFromNought(row, head)) ? 0 : 1,
    arePlaces:
      keyed.every(({ key, options }) => isPlace(key, options.length)) &&
      (head.hasPlaces || keyed.some(({ key, options }) => !isText(key, options))),
    areTexts:
      keyed.every(({ key, options }) => namesTexts(key, options)) &&
      keyed.some(({ key, options }) => !isPlace(key, options.length)),
    areBeside:
      keyed.length > 1 &&
      head.columns.has("option 1") &&
      !keyed.some(({ key, options }) => isPlace(key, options.length) || namesTexts(key, options)) &&
      // One "CD" may be an answer; where most keys read as letters, they are.
      keyed.filter(({ key }) => lettersOf(key).length > 0).length * 2 < keyed.length,
    areFlags: flags.every(isFlag),
  };
}

/** A key such as "0" or "0, 2": then every number of the file is one less than where its option stands. */
function countsFromNought(row: TableRow, head: CsvHeader): boolean {
  const { columns } = head;
  const hasOptions = ["option 1", "options"].some((name) => (row.cells[columns.get(name) ?? -1] ?? "") !== "");
  const listed = [...columns].some(
    ([name, at]) => /^options?\b/.test(name) && listOf(row.cells[at] ?? "").includes("0"),
  );
  return hasOptions && !listed && numbersOf(keyOf(row, head))?.includes(0) === true;
}

function keyOf(row: TableRow, { columns }: CsvHeader): string {
  return row.cells[columns.get("correct") ?? columns.get("answer") ?? -1] ?? "";
}
