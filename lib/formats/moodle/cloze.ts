import type { QuestionDraft } from "#lib/content/draft";
import { clozeDraft, type ForeignBlank, placeOf, plainOption, printBlanks } from "../shared/blanks.ts";
import type { ExportTexts } from "../shared/export-texts.ts";
import { escapeXml } from "../shared/export-texts.ts";
import { childOf, childrenOf, textOfXml, type XmlElement } from "../shared/read-xml.ts";

/** A text with blanks as Moodle's embedded answers, `{1:MULTICHOICE_S:=right~wrong}`. */
export function embeddedAnswers(draft: QuestionDraft, texts: ExportTexts): string {
  return printBlanks(draft.cloze, texts.html, (options) => {
    const answers = options.map((text, index) => `${index === 0 ? "=" : "~"}${escapeAnswer(text)}`);
    return `{1:MULTICHOICE_S:${answers.join("")}}`;
  });
}

function escapeAnswer(text: string): string {
  const lead = text.replace(/^=/, "&equals;").replace(/^%/, "&percnt;");
  return escapeXml(lead)
    .replace(/^&amp;(equals|percnt);/, "&$1;")
    .replace(/[}#~/\\]|&quot;/g, (sign) => (sign === "&quot;" ? sign : `\\${sign}`));
}

/** `{weight:TYPE:answers}`; a backslash takes the meaning from the sign after it. */
const embedded = /\{(\d*):([A-Z_]+):((?:\\.|[^\\}]){0,5000})\}/gs;
const fromList = /^(?:MULTICHOICE|MC)(?:_?[SVH]+)?$/;

/** A question of type multianswer: a text with answers in braces. `convert` makes Markdown of an element. */
export function readEmbedded(
  question: XmlElement,
  notes: string[],
  convert: (element: XmlElement | undefined) => string,
): Partial<QuestionDraft> | string {
  const blanks: ForeignBlank[] = [];
  const problems: string[] = [];
  const weights = new Set<string>();
  const read = (whole: string, weight: string, type: string, answers: string) => {
    const number = blanks.length + 1;
    if (!fromList.test(type)) {
      problems.push(
        `blank ${number} is answered by ${type}; a blank here has a list of options, one of which is correct`,
      );
      return whole;
    }
    weights.add(weight === "" ? "1" : weight);
    const blank = readAnswers(answers, number, notes);
    if (blank === null) problems.push(`blank ${number} does not have exactly one correct option`);
    blanks.push(blank ?? { options: [] });
    return placeOf(number - 1);
  };
  const text = mapText(childOf(question, "questiontext"), (words) => words.replace(embedded, read));
  if (problems[0] !== undefined) return problems[0];
  if (blanks.length === 0) return "no embedded answers were found in the text";
  if (weights.size > 1) notes.push(`not kept: the weights of the blanks (${[...weights].join(", ")})`);
  return clozeDraft(convert(text), blanks, notes);
}

/** The options of blank `number` as `=right~wrong#feedback`; null without exactly one right option. */
export function readAnswers(answers: string, number: number, notes: string[]): ForeignBlank | null {
  const options = answers
    .replace(/^~/, "")
    .split(/(?<!(?<!\\)(?:\\\\)*\\)~/)
    .map((answer) => {
      const [said = "", ...feedback] = answer.split(/(?<!(?<!\\)(?:\\\\)*\\)(?<!&)#/);
      const [, mark = "", text = ""] = /^\s*(=|%-?[\d.]+%)?([\s\S]*)$/.exec(said) ?? [];
      const plain = plainOption(text.replace(/\\([}#~/"\\])/g, "$1"));
      const words = feedback.join("#").trim();
      if (words !== "") notes.push(`not kept: feedback on "${plain}" in blank ${number}: ${words.slice(0, 200)}`);
      const isRight = mark === "=" || mark === "%100%";
      if (!isRight && mark !== "" && Number.parseFloat(mark.slice(1)) !== 0)
        notes.push(`not kept: ${mark.slice(1, -1)}% for "${plain}" in blank ${number}`);
      return { plain, isRight };
    });
  const right = options.filter(({ isRight }) => isRight);
  return right.length === 1
    ? { options: [...right, ...options.filter(({ isRight }) => !isRight)].map(({ plain }) => plain) }
    : null;
}

/**
 * A question of type gapselect or ddwtos: `[[n]]` in the text stands for choice n, and all choices of its group can be chosen
 * there.
 */
export function readGapSelect(
  question: XmlElement,
  notes: string[],
  convert: (element: XmlElement | undefined) => string,
): Partial<QuestionDraft> | string {
  const choices = [...childrenOf(question, "selectoption"), ...childrenOf(question, "dragbox")].map((choice) => ({
    text: plainOption(textOfXml(childOf(choice, "text"))),
    group: textOfXml(childOf(choice, "group")).trim() || "1",
  }));
  const blanks: ForeignBlank[] = [];
  const missing: string[] = [];
  const read = (whole: string, number: string) => {
    const right = choices[Number(number) - 1];
    if (right === undefined) missing.push(whole);
    const others = choices.filter((choice) => choice.group === right?.group && choice.text !== right.text);
    blanks.push({ options: [...new Set([right?.text ?? "", ...others.map(({ text }) => text)])] });
    return placeOf(blanks.length - 1);
  };
  const text = mapText(childOf(question, "questiontext"), (words) => words.replace(/\[\[(\d+)\]\]/g, read));
  if (missing[0] !== undefined) return `the text names ${missing[0]}, a choice that does not exist`;
  if (blanks.length === 0) return "the text has no blank such as [[1]]";
  return clozeDraft(convert(text), blanks, notes);
}

function mapText(element: XmlElement | undefined, change: (text: string) => string): XmlElement | undefined {
  return (
    element && {
      ...element,
      children: element.children.map((child) =>
        typeof child === "string" ? change(child) : child.name === "text" ? (mapText(child, change) ?? child) : child,
      ),
    }
  );
}
