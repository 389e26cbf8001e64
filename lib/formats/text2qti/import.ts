import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import { changeProse } from "#lib/markdown/code-spans";
import { tidyLines } from "../markup/tidy-lines.ts";
import type { Importer, ImportInput } from "../report.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { readTextFiles } from "../shared/read-text-files.ts";
import { splitReferences } from "../shared/references-section.ts";
import { rounded } from "../shared/rounded.ts";
import { dedent } from "../shared/task-list.ts";
import { type Mark, type Part, partsOf } from "./lines.ts";

/** text2qti's Markdown: numbered questions, `*a)` for the right one, `[*]` for several, `=` for a number, `*` for a text. */
export const importText2qti: Importer = (input: ImportInput) =>
  finishImport(
    readTextFiles(input, (file, text) => {
      const found = readQuiz(file, text);
      return found.items.length > 0 ? found : { ...found, items: [refusedFile(file, "no question was found")] };
    }),
    input,
  );

function readQuiz(file: string, text: string): ForeignItems {
  const { parts, notices } = partsOf(text);
  const items: ForeignItem[] = [];
  const reported = notices.map((notice) => `${file}: ${notice}`);
  let before: Part[] = [];
  let own: Part[] = [];
  const end = () => {
    if (own.length > 0) items.push(readQuestion(file, own));
    own = [];
  };
  for (const part of parts) {
    if (part.mark === "title" || part.mark === "points") {
      end();
      before.push(part);
    } else if (part.mark === "question") {
      end();
      own = [part, ...before];
      before = [];
    } else if (["quiz", "group", "passage"].includes(part.mark)) {
      end();
      const said = textOf(part);
      if (said !== "") reported.push(`${file}:${part.line} not kept: ${part.mark} "${said.slice(0, 200)}"`);
    } else if (own.length > 0) own.push(part);
    else reported.push(`${file}:${part.line} belongs to no question: ${textOf(part).slice(0, 80)}`);
  }
  end();
  return { items, notices: reported };
}

/** The Markdown of a part; what continues it is indented. */
function textOf({ lines }: Part): string {
  const [first = "", ...rest] = lines;
  return siunitx(tidyLines([first, ...dedent(rest)]).trim());
}

/** Numbers and units as text2qti writes them, outside formulas. */
function siunitx(text: string): string {
  if (!/\\(?:SI|si|num)\{/.test(text)) return text;
  return changeProse(text, (prose) =>
    prose.replace(
      /\\(?:SI\{([^{}]*)\}\{([^{}]*)\}|(?:si|num)\{([^{}]*)\})/g,
      (_, number?: string, unit?: string, one?: string) => one ?? `${number} ${unit}`,
    ),
  );
}

const isChoice = (mark: Mark) => ["choice", "right choice", "box", "ticked box"].includes(mark);

function readQuestion(file: string, parts: readonly Part[]): ForeignItem {
  const notes: string[] = [];
  const said = (mark: Mark) => parts.filter((part) => part.mark === mark).map(textOf);
  const [stem = ""] = said("question");
  const general: string[] = [];
  const options: DraftOption[] = [];
  for (const part of parts) {
    const last = options.at(-1);
    if (isChoice(part.mark))
      options.push({ text: textOf(part), correct: /^(?:right|ticked)/.test(part.mark), note: null });
    else if (part.mark === "feedback" && last !== undefined)
      options[options.length - 1] = {
        ...last,
        note: [last.note, textOf(part)].filter((text) => text !== null).join("\n\n"),
      };
    else if (part.mark === "feedback") general.push(textOf(part));
  }
  const reasons = [...general, ...said("to right"), ...said("solution")];
  const wrong = said("to wrong").filter((text) => !reasons.includes(text));
  if (reasons.length > 0)
    for (const text of wrong) notes.push(`not kept: feedback on an incorrect answer: "${text.slice(0, 200)}"`);
  for (const title of said("title")) if (title !== "" && title !== stem) notes.push(`not kept: title "${title}"`);
  for (const points of said("points")) if (points !== "1") notes.push(`not kept: ${points} points`);
  const answers = answersOf(parts, options, notes);
  return {
    place: `${file}:${parts[0]?.line ?? 1}`,
    title: titleOf(stem),
    file,
    notes,
    ...(typeof answers === "string" ? { refusal: answers } : {}),
    draft: {
      stem,
      ...(typeof answers === "string" ? {} : answers),
      ...splitReferences((reasons.length > 0 ? reasons : wrong).join("\n\n")),
    },
  };
}

function answersOf(
  parts: readonly Part[],
  options: readonly DraftOption[],
  notes: string[],
): Partial<QuestionDraft> | string {
  const of = (...wanted: readonly Mark[]) => parts.filter(({ mark }) => wanted.includes(mark));
  if (of("essay").length > 0) return "an essay has no key";
  if (of("upload").length > 0) return "it asks for a file, which has no key";
  const [number, ...numbers] = of("number");
  if (number !== undefined) {
    if (numbers.length > 0) return "there are several numbers as answers; here a question has one";
    const numeric = numberOf(textOf(number), notes);
    return numeric === null ? `"${textOf(number)}" is no number that text2qti knows` : { kind: "numeric", numeric };
  }
  const texts = of("text").map(textOf);
  if (texts.length > 0 && options.length === 0) return { kind: "text", accepted: [...new Set(texts)] };
  if (of("choice", "right choice").length > 0 && of("box", "ticked box").length > 0)
    return "some of its options are lettered and some have boxes";
  return { kind: of("box", "ticked box").length > 0 ? "multiple" : "single", options };
}

/** `5`, `1.4142 +- 0.0001`, `2 +- 1%` or `[1.25, 1.26]`. */
function numberOf(text: string, notes: string[]): QuestionDraft["numeric"] {
  const range = /^\[\s*([^\s,]+)\s*,\s*([^\s,\]]+)\s*\]$/.exec(text);
  if (range !== null) {
    const [low, high] = [plainNumber(range[1]), plainNumber(range[2])];
    if (!(low <= high)) return null;
    notes.push(`the range ${text} became its middle with a tolerance`);
    return { value: rounded((low + high) / 2), tolerance: rounded((high - low) / 2), unit: null };
  }
  const [written, margin = "0"] = text.split(/\s*\+-\s*/);
  const value = plainNumber(written);
  const tolerance = margin.endsWith("%")
    ? (Math.abs(value) * plainNumber(margin.slice(0, -1))) / 100
    : plainNumber(margin);
  return Number.isFinite(value) && tolerance >= 0 ? { value, tolerance: rounded(tolerance), unit: null } : null;
}

function plainNumber(text = ""): number {
  return /^[-+]?[\d_]*\.?\d+(?:e[-+]?\d+)?$/i.test(text) ? Number(text.replaceAll("_", "")) : Number.NaN;
}
