import type { QuestionDraft } from "#lib/content/draft";
import type { ExportedItem, Exporter, ExportInput } from "../report.ts";
import { toTags } from "../shared/draft-tags.ts";
import { type ExportTexts, escapeXml, exported, exportTexts, utf8 } from "../shared/export-texts.ts";
import { withoutWildcards } from "../shared/wildcards.ts";
import { embeddedAnswers } from "./cloze.ts";

/** Moodle's XML, one category for each domain; images are written into it. */
export const exportMoodleXml: Exporter = (input) => {
  const items: ExportedItem[] = [];
  const parts: string[] = [];
  let domain: string | null | undefined;
  for (const draft of input.drafts) {
    if (draft.domain !== domain) parts.push(categoryOf(input, draft.domain));
    domain = draft.domain;
    const texts = exportTexts(draft, input, !draft.shuffle, (name) => `@@PLUGINFILE@@/${encodeURIComponent(name)}`);
    parts.push(questionOf(draft, texts));
    const dragged = showsImage(draft, texts)
      ? ["a match shows an image: it is exported as ddmatch, which Moodle drags"]
      : [];
    items.push(exported(draft, [...texts.notes, ...dragged]));
  }
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join("")}</quiz>\n`;
  return { files: [{ path: `${input.exam.slug}.xml`, bytes: utf8(xml) }], items };
};

function categoryOf(input: ExportInput, domain: string | null): string {
  const path = ["$course$", "top", input.exam.title.replaceAll("/", "//"), ...(domain === null ? [] : [domain])].join(
    "/",
  );
  return `<question type="category"><category><text>${escapeXml(path)}</text></category></question>\n`;
}

const types = {
  single: "multichoice",
  multiple: "multichoice",
  ordering: "ordering",
  matching: "matching",
  numeric: "numerical",
  text: "shortanswer",
  cloze: "multianswer",
} as const;

/** Whether a match shows an image; those of Moodle's own matching questions are plain text. */
function showsImage(draft: QuestionDraft, texts: ExportTexts): boolean {
  return draft.pairs.some(([, right]) => /<img\b/.test(texts.option(right)));
}

function questionOf(draft: QuestionDraft, texts: ExportTexts): string {
  const tags = toTags(draft).map((tag) => `<tag><text>${escapeXml(tag)}</text></tag>`);
  const lines = [
    `<question type="${showsImage(draft, texts) ? "ddmatch" : types[draft.kind]}">`,
    `<name><text>${escapeXml(draft.id)}</text></name>`,
    field(
      "questiontext",
      `${texts.html(draft.stem)}${draft.kind === "cloze" ? embeddedAnswers(draft, texts) : ""}`,
      texts,
    ),
    field("generalfeedback", texts.feedback, texts),
    "<defaultgrade>1</defaultgrade>",
    "<penalty>0</penalty>",
    `<idnumber>${escapeXml(draft.id)}</idnumber>`,
    ...answersOf(draft, texts),
    `<tags>${tags.join("")}</tags>`,
    "</question>",
  ];
  return `${lines.join("\n")}\n`;
}

function answersOf(draft: QuestionDraft, texts: ExportTexts): string[] {
  switch (draft.kind) {
    case "single":
    case "multiple":
      return choiceOf(draft, texts);
    case "ordering":
      return draft.steps.map((step, index) => field("answer", texts.html(step), texts, `fraction="${index + 1}"`));
    case "matching":
      return [
        "<shuffleanswers>true</shuffleanswers>",
        ...draft.pairs.map(([left, right]) =>
          field(
            "subquestion",
            texts.option(left),
            texts,
            "",
            showsImage(draft, texts)
              ? field("answer", texts.option(right), texts)
              : `<answer><text>${escapeXml(texts.option(right))}</text></answer>`,
          ),
        ),
      ];
    case "numeric": {
      const { value, tolerance, unit } = draft.numeric ?? { value: 0, tolerance: 0, unit: null };
      const units =
        unit === null
          ? ""
          : `<units><unit><multiplier>1</multiplier><unit_name>${escapeXml(unit)}</unit_name></unit></units>`;
      return [`<answer fraction="100"><text>${value}</text><tolerance>${tolerance}</tolerance></answer>`, units].filter(
        (line) => line !== "",
      );
    }
    case "text":
      return [
        "<usecase>0</usecase>",
        ...draft.accepted.map(
          (accepted) =>
            `<answer fraction="100" format="moodle_auto_format"><text>${escapeXml(withoutWildcards(accepted))}</text></answer>`,
        ),
      ];
    case "cloze":
      // They are in the text of the question.
      return [];
  }
}

function choiceOf(draft: QuestionDraft, texts: ExportTexts): string[] {
  const keys = draft.options.filter((option) => option.correct).length;
  const share = draft.kind === "single" ? 100 : Number((100 / keys).toFixed(5));
  const wrong = draft.kind === "single" ? 0 : -100;
  return [
    `<single>${draft.kind === "single"}</single>`,
    `<shuffleanswers>${draft.shuffle}</shuffleanswers>`,
    "<answernumbering>ABCD</answernumbering>",
    ...draft.options.map((option) => {
      const feedback = option.note === null ? "" : field("feedback", texts.html(option.note), texts);
      return field(
        "answer",
        texts.option(option.text),
        texts,
        `fraction="${option.correct ? share : wrong}"`,
        feedback,
      );
    }),
  ];
}

/** A text with the images that it shows. */
function field(name: string, html: string, texts: ExportTexts, attributes = "", rest = ""): string {
  const files = [...texts.images.values()]
    .filter((file) => html.includes(encodeURIComponent(file.path)))
    .map((file) => `<file name="${escapeXml(file.path)}" path="/" encoding="base64">${base64(file.bytes)}</file>`);
  const head = attributes === "" ? "" : ` ${attributes}`;
  return `<${name}${head} format="html"><text>${escapeXml(html)}</text>${files.join("")}${rest}</${name}>`;
}

export function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
