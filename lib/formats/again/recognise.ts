import { hash } from "node:crypto";
import type { QuestionDraft } from "#lib/content/draft";
import type { ImportedQuestion } from "../report.ts";
import { blanksOf } from "../shared/blanks.ts";
import type { ImportRecord } from "./records.ts";

/** What the exam has already. */
export interface Known {
  /** Of questions that are still there. */
  readonly records: readonly ImportRecord[];
  /** Ids by the text of the file: questions that are there word for word. */
  readonly idsByText: ReadonlyMap<string, string>;
  /** The question of this id as it stands, or null. */
  readonly draftOf: (id: string) => QuestionDraft | null;
  /** The question of a record as it was imported, or null. */
  readonly importedOf: (record: ImportRecord) => QuestionDraft | null;
}

/** What a question is recognised by when its source has no name for it. */
export function fingerprint(draft: QuestionDraft): Pick<ImportRecord, "stem" | "answers"> {
  return { stem: digest(plain(draft.stem)), answers: digest(answersOf(draft).sort().join("\n")) };
}

/**
 * The ids of the questions that imported ones are, by their places in `items`; the others are new. Each is recognised by its
 * text, by the name that its source has for it, by an id of ours, or by its words: the same question with other answers,
 * or the same answers to a question in other words.
 */
export function recognise(
  items: readonly ImportedQuestion[],
  texts: readonly string[],
  known: Known,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const used = new Set<string>();
  const take = (index: number, id: string | undefined) => {
    if (id === undefined || used.has(id) || found.has(index)) return;
    found.set(index, id);
    used.add(id);
  };
  const bySource = groupBy(known.records, ({ from, item }) => (item === null ? null : sourceKey(from, item)));
  const named = groupBy(items, ({ from, sourceId }) => (sourceId === null ? null : sourceKey(from, sourceId)));
  items.forEach((item, index) => {
    const key = item.sourceId === null ? "" : sourceKey(item.from, item.sourceId);
    // A name that several questions bear names none.
    if (named.get(key)?.length === 1 && bySource.get(key)?.length === 1) take(index, bySource.get(key)?.[0]?.id);
  });
  const byText = groupBy(known.records, ({ text }) => text);
  items.forEach((_, index) => {
    const text = texts[index] ?? "";
    take(index, byText.get(text)?.find(({ id }) => !used.has(id))?.id);
    take(index, known.idsByText.get(text));
  });
  items.forEach((item, index) => {
    if (found.has(index)) return;
    const own = item.sourceId === null ? null : known.draftOf(item.sourceId);
    if (own !== null && isAlike(item.draft, own, false)) take(index, own.id);
  });
  const byStem = groupBy(known.records, ({ stem }) => stem);
  const byAnswers = groupBy(known.records, ({ answers }) => answers);
  items.forEach((item, index) => {
    if (found.has(index)) return;
    const { stem, answers } = fingerprint(item.draft);
    const near = [...(byStem.get(stem) ?? []), ...(byAnswers.get(answers) ?? [])].filter((record) => {
      const imported = used.has(record.id) ? null : known.importedOf(record);
      return imported !== null && isAlike(item.draft, imported, sourceName(record.from) === sourceName(item.from));
    });
    const ids = new Set(near.map(({ id }) => id));
    if (ids.size === 1) take(index, near[0]?.id);
  });
  return found;
}

/** Files are downloaded again under names with other numbers: "quiz (1).xml", "questions-20261130.xml". */
function sourceName(from: string): string {
  return from.toLowerCase().replace(/[\s()\d_-]+/g, "");
}

function sourceKey(from: string, item: string): string {
  return `${sourceName(from)} ${item}`;
}

/** Of two answers each one is common; that many are not. */
const tellingAnswers = 3;

function isAlike(a: QuestionDraft, b: QuestionDraft, isSameFile: boolean): boolean {
  const [answers, others] = [answersOf(a), answersOf(b)];
  const [stem, other] = [plain(a.stem), plain(b.stem)];
  const shared = overlap(answers, others);
  if (stem === other) return isSameFile || shared >= 0.5;
  const words = overlap(stem.split(" "), other.split(" "));
  return shared === 1 && answers.length >= tellingAnswers && words >= 0.5;
}

function answersOf(draft: QuestionDraft): string[] {
  const texts = [
    ...draft.options.map(({ text }) => text),
    ...draft.steps,
    ...draft.pairs.flat(),
    ...draft.accepted,
    ...blanksOf(draft.cloze).flat(),
    ...(draft.numeric === null ? [] : [String(draft.numeric.value)]),
  ];
  return texts.map(plain);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}

/** How much of both lists is in both, from 0 to 1 (Jaccard 1901). */
function overlap(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  const shared = [...left].filter((text) => right.has(text)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

function groupBy<T>(list: readonly T[], keyOf: (each: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}

function digest(text: string): string {
  return hash("sha256", text, "hex").slice(0, 16);
}
