import type { QuestionDraft } from "#lib/content/draft";
import { letterAt } from "#lib/exam/letters";
import { changeProse } from "#lib/markdown/code-spans";
import type { ExportedItem, Exporter, SourceFile } from "../report.ts";
import { exported, hasLetters, optionInWords, refused, utf8, withOwnImages } from "../shared/export-texts.ts";
import { withReferences } from "../shared/references-section.ts";

/** text2qti's Markdown. It has choices, numbers and typed texts. */
export const exportText2qti: Exporter = (input) => {
  const items: ExportedItem[] = [];
  const blocks: string[] = [];
  const images: SourceFile[] = [];
  for (const written of input.drafts) {
    const notes: string[] = [];
    const { draft, images: own } = withOwnImages(written, input, notes);
    const answers = answersOf(draft);
    if (answers === null) {
      items.push(refused(draft, `text2qti has no ${draft.kind} questions`));
      continue;
    }
    images.push(...own);
    const say = (markdown: string) => withNames(draft, markdown);
    const number = blocks.length + 1;
    const feedback = say(withReferences(draft.explanation, draft.references));
    blocks.push([part(`${number}.`, say(draft.stem)), part("...", feedback), ...answers].join("\n"));
    items.push(exported(draft, [...notes, ...lost(draft)]));
  }
  const text = `Quiz title: ${input.exam.title.replace(/\s+/g, " ")}\n\n${blocks.join("\n\n")}\n`;
  return { files: [{ path: `${input.exam.slug}.txt`, bytes: utf8(text) }, ...images], items };
};

/** What is not for the learner to see is lost with every question, as docs/formats.md says. */
function lost({ numeric, select, case: scenario }: QuestionDraft): string[] {
  return [
    ...(numeric?.unit ? [`the unit ${numeric.unit} is lost`] : []),
    ...(select === null ? [] : [`that ${select} are to be chosen is lost`]),
    ...(scenario === null ? [] : [`the scenario ${scenario} is lost`]),
  ];
}

function answersOf(draft: QuestionDraft): readonly string[] | null {
  const say = (markdown: string) => withNames(draft, markdown);
  switch (draft.kind) {
    case "single":
    case "multiple":
      return draft.options.flatMap(({ text, correct, note }, index) => {
        const letter = letterAt(index).toLowerCase();
        const mark = draft.kind === "multiple" ? `[${correct ? "*" : " "}]` : `${correct ? "*" : ""}${letter})`;
        return [part(mark, say(text)), ...(note === null ? [] : [part("...", say(note))])];
      });
    case "numeric": {
      const { value, tolerance } = draft.numeric ?? { value: 0, tolerance: 0 };
      return [part("=", `${value} +- ${tolerance}`)];
    }
    case "text":
      return draft.accepted.map((accepted) => part("*", accepted));
    default:
      return null;
  }
}

/** Lines after the first are indented, as those of a list are. */
function part(mark: string, text: string): string {
  const [first = "", ...rest] = text.split("\n");
  return [`${mark.padEnd(3)} ${first}`, ...rest.map((line) => (line === "" ? "" : `    ${line}`))].join("\n");
}

function withNames(draft: QuestionDraft, markdown: string): string {
  const name = (letter: string) => (hasLetters(draft) && !draft.shuffle ? letter : `“${optionInWords(draft, letter)}”`);
  return changeProse(markdown, (prose) =>
    prose.replace(/(?<!\\)\{([A-Z](?:,\s*[A-Z])*)\}/g, (_, letters: string) => letters.replace(/[A-Z]/g, name)),
  );
}
