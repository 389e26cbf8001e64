import type { DraftOption } from "#lib/content/draft";
import { escapeMarkdown } from "../markup/escape-markdown.ts";
import { toMarkdown } from "../markup/source-text.ts";
import type { Importer, ImportInput } from "../report.ts";
import { readLetters, readReferences } from "../shared/answer-block.ts";
import { decodeText } from "../shared/decode-text.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, markOptions, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { answerLabel } from "../shared/labels.ts";

const option = /^\s*(?:\(?([A-Za-z])[.)]\)?(?:\s+(.*)|\s*)|\(?([A-Z])\)(\S.*))$/;
const answer = new RegExp(`^\\s*(?:${answerLabel})\\s*[:：]\\s*(.*)$`, "iu");

/** What some programs add under the key. */
const reason = /^\s*(?:(?:general\s+)?feedback|explanation|rationale|reason)\s*[:：]\s*(.*)$/i;
const source = /^\s*(?:references?|sources?|links?)\s*[:：]\s*(.*https?:.*)$/i;

/** Aiken: a stem, options "A. …" or "A) …", then "ANSWER: B". Plain text throughout. */
export const importAiken: Importer = (input) => finishImport(readFiles(input), input);

function readFiles(input: ImportInput): ForeignItems {
  const items = input.files.flatMap((file): ForeignItem[] => {
    const decoded = decodeText(file.bytes);
    if (!decoded.ok) return [refusedFile(file.path, decoded.reason)];
    const found = withoutNumbers(readAiken(file.path, decoded.text));
    return found.length > 0 ? found : [refusedFile(file.path, "no question was found")];
  });
  return { items, notices: [] };
}

/** Where the questions of a file are numbered through, the numbers are no part of them. */
function withoutNumbers(items: ForeignItem[]): ForeignItem[] {
  const number = /^(\d+)\\?[.)]\s+(?=\S)/;
  const numbers = items.map(({ draft }) => Number(number.exec(draft.stem ?? "")?.[1]));
  if (items.length < 2 || !numbers.every((each, index) => each === (numbers[0] ?? 0) + index)) return items;
  return items.map((item) => ({
    ...item,
    title: item.title.replace(/^\d+[.)]\s+/, ""),
    draft: { ...item.draft, stem: (item.draft.stem ?? "").replace(number, "") },
    notes: [...(item.notes ?? []), "the number before the question was removed"],
  }));
}

/** An ANSWER line ends a question; so does a blank line after options when no ANSWER line follows. */
function readAiken(file: string, text: string): ForeignItem[] {
  const items: ForeignItem[] = [];
  let lines: string[] = [];
  let start = 1;
  let hasOptions = false;
  const end = (key: string | null) => {
    if (lines.some((line) => line.trim() !== "") || key !== null) items.push(readQuestion(file, start, lines, key));
    lines = [];
    hasOptions = false;
  };
  const all = text.split("\n");
  let saidUntil = 0;
  all.forEach((line, index) => {
    if (index < saidUntil) return;
    const key = answer.exec(line)?.[1];
    if (key !== undefined) {
      end(key);
      saidUntil = endOfReasons(all, index + 1);
      const item = items.at(-1);
      if (item !== undefined) items[items.length - 1] = withReasons(item, all.slice(index + 1, saidUntil));
      return;
    }
    if (line.trim() === "" && lines.length === 0) return;
    const mark = readOption(line)?.letter;
    const afterOptions = hasOptions && (lines.at(-1) ?? "").trim() === "";
    if (afterOptions && line.trim() !== "" && mark === undefined) end(null);
    hasOptions ||= mark === "B";
    if (lines.length === 0) start = index + 1;
    lines.push(line);
  });
  end(null);
  return items;
}

/** Where the reasons under a key end: after each paragraph that is named one, or each line of it where options follow. */
function endOfReasons(lines: readonly string[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length; ) {
    const line = lines[at] ?? "";
    if (line.trim() === "") at++;
    else if (!reason.test(line) && !source.test(line)) break;
    else {
      let blank = at;
      while (blank < lines.length && lines[blank]?.trim() !== "") blank++;
      const block = lines.slice(at, blank);
      at += block.some((each) => option.test(each) || answer.test(each)) ? 1 : block.length;
      end = at;
    }
  }
  return end;
}

function withReasons(item: ForeignItem, lines: readonly string[]): ForeignItem {
  const links = lines.map((line) => readReferences(source.exec(line)?.[1] ?? ""));
  const said = lines.map((line, index) => (links[index]?.references.length && !links[index]?.rest ? "" : line));
  const text = said.map((line) => reason.exec(line)?.[1] ?? line.trim()).join("\n");
  const explanation = toMarkdown(text, "plain", []);
  return { ...item, draft: { ...item.draft, explanation, references: links.flatMap(({ references }) => references) } };
}

/** "A. text", "A) text" and "A)text". */
function readOption(line: string): { letter: string; text: string } | null {
  const match = option.exec(line);
  if (match === null) return null;
  return { letter: (match[1] ?? match[3] ?? "").toUpperCase(), text: (match[2] ?? match[4] ?? "").trim() };
}

function readQuestion(file: string, start: number, lines: readonly string[], key: string | null): ForeignItem {
  const options: DraftOption[] = [];
  const stem: string[] = [];
  const notes: string[] = [];
  for (const line of lines) {
    const match = readOption(line);
    const isNext = match?.letter.charCodeAt(0) === 65 + options.length;
    const last = options.at(-1);
    if (match !== null && isNext) options.push({ text: match.text, correct: false, note: null });
    else if (last === undefined) stem.push(line.trim());
    else if (line.trim() !== "") {
      options[options.length - 1] = { ...last, text: `${last.text}\n${line.trim()}` };
      const [label, next] = [options.length - 1, options.length].map((index) => String.fromCharCode(65 + index));
      if (match !== null)
        notes.push(`"${line.trim().slice(0, 60)}" is not option ${next}; it was joined to option ${label}`);
    }
  }
  if (stem.filter((line) => line !== "").length > 1)
    notes.push("the stem has several lines, which Aiken does not allow; all of them were kept");
  const plain = options.map((given) => ({ ...given, text: escapeMarkdown(given.text) }));
  const shared = { place: `${file}:${start}`, title: titleOf(stem.join("\n")), file, notes };
  const draft = { stem: escapeMarkdown(stem.join("\n").trim()), options: plain };
  if (options.length < 2) return { ...shared, draft, refusal: "fewer than two options A., B., … were found" };
  if (key === null) return { ...shared, draft, refusal: "no ANSWER: line gives the key" };
  const letters = readLetters(key)?.letters ?? [];
  if (letters.length === 0)
    return { ...shared, draft, refusal: `the answer "${key.trim().slice(0, 60)}" is not a letter` };
  const marked = markOptions(plain, letters);
  if (marked === null)
    return { ...shared, draft, refusal: `the answer ${letters.join(", ")} names an option that does not exist` };
  return { ...shared, draft: { ...draft, options: marked } };
}
