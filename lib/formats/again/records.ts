import { z } from "zod";
import { jsonOrNull } from "../shared/json-or-null.ts";

/** What an import remembers of a question that it wrote. */
const record = z.strictObject({
  /** Of the question, within its exam. */
  id: z.string(),
  /** Name of the file that it came from. */
  from: z.string(),
  /** What the source calls it, or null. */
  item: z.string().nullable(),
  /** Digest of the question's words, and of those of its answers. */
  stem: z.string(),
  answers: z.string(),
  /** The file as the import wrote it. */
  text: z.string(),
});

export type ImportRecord = z.infer<typeof record>;

/** Name of the file in an exam's folder that holds the records, a line each. Hidden, because it is no content. */
export const recordsName = ".imported.jsonl";

/** The records in a text, and the numbers of the lines that are none: a merge by hand may have broken them. */
export function readRecords(text: string): {
  readonly records: readonly ImportRecord[];
  readonly broken: readonly number[];
} {
  const records: ImportRecord[] = [];
  const broken: number[] = [];
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const parsed = record.safeParse(jsonOrNull(line));
    if (parsed.success) records.push(parsed.data);
    else broken.push(index + 1);
  });
  return { records, broken };
}

/** By id, so that a change of one question is a change of one line. */
export function writeRecords(records: Iterable<ImportRecord>): string {
  const sorted = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.map((each) => `${JSON.stringify(each)}\n`).join("");
}
