import type { QuestionDraft } from "#lib/content/draft";
import { asking, matchTexts } from "#lib/content/matches";
import { printBlanks } from "../shared/blanks.ts";
import { type ExportTexts, escapeXml } from "../shared/export-texts.ts";
import { rounded } from "../shared/rounded.ts";
import { equal, material, plainMaterial, rule } from "./xml.ts";

interface Parts12 {
  /** As Canvas names it. */
  readonly type: string;
  /** HTML. */
  readonly stem: string;
  readonly responses: string;
  readonly rules: string;
  readonly notes: readonly string[];
}

/** How a question is answered, in QTI 1.2. */
export function partsOf12(draft: QuestionDraft, texts: ExportTexts): Parts12 {
  const stem = texts.html(draft.stem);
  switch (draft.kind) {
    case "single":
    case "multiple":
      return { stem, notes: [], ...choice(draft, texts) };
    case "ordering":
      return { stem, ...ordering(draft, texts) };
    case "matching":
      return { stem, ...matching(draft, texts) };
    case "numeric":
      return { stem, notes: [], ...number(draft) };
    case "text":
      return {
        type: "short_answer_question",
        stem,
        responses: entry(""),
        rules: rule(draft.accepted.map((accepted) => equal("response1", accepted)).join(""), "Set", 100),
        notes: [],
      };
    case "cloze":
      return { notes: [], ...dropdowns(draft, texts, stem) };
  }
}

function labels(entries: readonly { readonly ident: string; readonly xml: string }[]): string {
  return entries.map(({ ident, xml }) => `<response_label ident="${ident}">${xml}</response_label>`).join("\n");
}

function lid(ident: string, cardinality: string, shuffle: boolean, inner: string): string {
  return `<response_lid ident="${ident}" rcardinality="${cardinality}"><render_choice shuffle="${shuffle ? "Yes" : "No"}">\n${inner}\n</render_choice></response_lid>`;
}

function choice(draft: QuestionDraft, texts: ExportTexts) {
  const isSingle = draft.kind === "single";
  const entries = draft.options.map(({ text }, index) => ({
    ident: `C${index + 1}`,
    xml: material(texts.option(text)),
  }));
  const keys = draft.options.map(({ correct }, index) => {
    const given = equal("response1", `C${index + 1}`);
    return correct ? given : isSingle ? "" : `<not>${given}</not>`;
  });
  return {
    type: isSingle ? "multiple_choice_question" : "multiple_answers_question",
    responses: lid("response1", isSingle ? "Single" : "Multiple", draft.shuffle, labels(entries)),
    rules: rule(isSingle ? keys.join("") : `<and>${keys.join("")}</and>`, "Set", 100),
  };
}

function ordering(draft: QuestionDraft, texts: ExportTexts) {
  // The written order must not be the right one, or a program that does not shuffle gives the key away.
  const entries = draft.steps
    .map((step, index) => ({ step, ident: `C${index + 1}`, xml: material(texts.inline(step)) }))
    .sort((a, b) => (a.step < b.step ? -1 : 1));
  const given = draft.steps.map((_, index) => equal("response1", `C${index + 1}`));
  return {
    type: "ordering_question",
    responses: lid("response1", "Ordered", true, labels(entries)),
    rules: rule(`<and>${given.join("")}</and>`, "Set", 100),
    notes: ["Canvas has no ordering questions in QTI 1.2; other programs have them"],
  };
}

function matching(draft: QuestionDraft, texts: ExportTexts) {
  const pairs = asking(draft.pairs);
  const matches = matchTexts(draft.pairs);
  const right = matches
    .map((text, index) => ({ html: texts.option(text), ident: `R${index + 1}` }))
    .sort((a, b) => (a.html < b.html ? -1 : 1));
  const isPlain = (html: string) => !/[<&]|\\\(/.test(html);
  const entries = labels(
    right.map(({ html, ident }) => ({ ident, xml: isPlain(html) ? plainMaterial(html) : material(html) })),
  );
  const responses = pairs.map(
    ([left], index) =>
      `<response_lid ident="response_L${index + 1}">${material(texts.option(left))}<render_choice>\n${entries}\n</render_choice></response_lid>`,
  );
  const share = Number((100 / pairs.length).toFixed(2));
  return {
    type: "matching_question",
    responses: responses.join("\n"),
    rules: pairs
      .map(([, text], index) => rule(equal(`response_L${index + 1}`, `R${matches.indexOf(text) + 1}`), "Add", share))
      .join("\n"),
    notes: right.some(({ html }) => !isPlain(html)) ? ["Canvas shows a match as plain text; one has markup"] : [],
  };
}

function number(draft: QuestionDraft) {
  const { value, tolerance } = draft.numeric ?? { value: 0, tolerance: 0 };
  const bounds = `<and><vargte respident="response1">${rounded(value - tolerance)}</vargte><varlte respident="response1">${rounded(value + tolerance)}</varlte></and>`;
  return {
    type: "numerical_question",
    responses: entry(' fibtype="Decimal"'),
    rules: rule(`<or>${equal("response1", String(value))}${bounds}</or>`, "Set", 100),
  };
}

function entry(attributes: string): string {
  return `<response_str ident="response1" rcardinality="Single"><render_fib${attributes}><response_label ident="answer1"/></render_fib></response_str>`;
}

/** Each blank is named in the text, in square brackets. */
function dropdowns(draft: QuestionDraft, texts: ExportTexts, stem: string) {
  const word =
    ["blank", "gap", "place"].find((each) => !`${draft.stem}${draft.cloze}`.includes(each)) ?? "dropdown-blank";
  const blanks: (readonly string[])[] = [];
  const text = printBlanks(draft.cloze, texts.html, (options) => {
    blanks.push(options);
    return `[${word}${blanks.length}]`;
  });
  const responses = blanks.map((options, index) => {
    // The first of the file is the right one.
    const sorted = options.map((option, at) => ({
      option,
      ident: `B${index + 1}C${at + 1}`,
      xml: plainMaterial(option),
    }));
    sorted.sort((a, b) => (a.option < b.option ? -1 : 1));
    const name = `${word}${index + 1}`;
    return `<response_lid ident="response_${name}"><material><mattext>${escapeXml(name)}</mattext></material><render_choice>\n${labels(sorted)}\n</render_choice></response_lid>`;
  });
  const share = Number((100 / blanks.length).toFixed(2));
  return {
    type: "multiple_dropdowns_question",
    stem: `${stem}${text}`,
    responses: responses.join("\n"),
    rules: blanks
      .map((_, index) => rule(equal(`response_${word}${index + 1}`, `B${index + 1}C1`), "Add", share))
      .join("\n"),
  };
}
