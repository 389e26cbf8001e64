import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import { asking, withOthers } from "#lib/content/matches";
import { childOf, childrenOf, textOfXml, type XmlElement } from "../shared/read-xml.ts";
import { acceptedBy } from "../shared/wildcards.ts";
import { readEmbedded, readGapSelect } from "./cloze.ts";

/** How a question of Moodle is answered, as parts of a draft; what has no place in one goes to `notes`. */
export class MoodleAnswers {
  /** What the source says to whoever gives an accepted answer: why it is right. */
  readonly saidOfKey: string[] = [];
  private readonly question: XmlElement;
  private readonly type: string;
  private readonly notes: string[];
  private readonly markdown: (element: XmlElement | undefined, fallback?: "auto" | "plain") => string;

  constructor(question: XmlElement, notes: string[], markdown: MoodleAnswers["markdown"]) {
    this.question = question;
    this.type = question.attributes.get("type") ?? "";
    this.notes = notes;
    this.markdown = markdown;
  }

  /** The part of the draft that says how it is answered, or why it cannot be one of ours. */
  of(unit: string | null): Partial<QuestionDraft> | string {
    switch (this.type) {
      case "multichoice":
      case "multichoiceset":
        return this.choice();
      case "truefalse":
        return { kind: "single", options: this.options(() => true), shuffle: false };
      case "shortanswer":
        return this.short();
      case "numerical":
        return this.numeric(unit);
      case "matching":
      case "ddmatch":
        return this.matching();
      case "ordering":
        return this.ordering();
      case "multianswer":
        return readEmbedded(this.question, this.notes, this.markdown);
      case "gapselect":
      case "ddwtos":
        return readGapSelect(this.question, this.notes, this.markdown);
      default:
        return `a question of type "${this.type}" is none of ours (multichoice, truefalse, shortanswer, numerical, matching, ordering, multianswer, gapselect)`;
    }
  }

  private choice(): Partial<QuestionDraft> {
    const isSingle =
      !/^(false|0)$/.test(textOfXml(childOf(this.question, "single")).trim()) && this.type === "multichoice";
    const fractions = childrenOf(this.question, "answer").map(fractionOf);
    const best = Math.max(...fractions);
    const options = this.options((fraction) => (isSingle ? fraction > 0 && fraction === best : fraction > 0));
    const even = 100 / Math.max(1, options.filter((option) => option.correct).length);
    options.forEach((option, index) => {
      const fraction = fractions[index] ?? 0;
      const expected = option.correct ? [100, even] : isSingle ? [0] : [0, -100, -even];
      if (!expected.some((value) => Math.abs(value - fraction) < 0.5))
        this.notes.push(`not kept: ${fraction}% for "${option.text}"`);
    });
    const shuffle = !/^(false|0)$/.test(textOfXml(childOf(this.question, "shuffleanswers")).trim());
    return { kind: isSingle ? "single" : "multiple", options, shuffle };
  }

  private options(isRight: (fraction: number) => boolean): DraftOption[] {
    return childrenOf(this.question, "answer").map((answer) => {
      const text = this.markdown(answer);
      const fraction = fractionOf(answer);
      const isTrueFalse = this.type === "truefalse";
      return {
        text: isTrueFalse ? text.replace(/^(true|false)$/, (word) => word[0]?.toUpperCase() + word.slice(1)) : text,
        correct: isTrueFalse ? fraction > 0 : isRight(fraction),
        note: this.markdown(childOf(answer, "feedback")) || null,
      };
    });
  }

  private short(): Partial<QuestionDraft> {
    const accepted: string[] = [];
    for (const answer of childrenOf(this.question, "answer")) {
      const text = textOfXml(childOf(answer, "text")).trim();
      const fraction = fractionOf(answer);
      const said = this.markdown(childOf(answer, "feedback"));
      if (fraction < 100) this.notes.push(`not kept: "${text}", worth ${fraction}%`);
      const texts = fraction < 100 ? [] : acceptedBy(text, this.notes);
      accepted.push(...texts);
      if (said !== "" && texts.length > 0) this.saidOfKey.push(said);
      else if (said !== "") this.notes.push(`not kept: feedback on the answer "${text}": ${said.slice(0, 200)}`);
    }
    if (textOfXml(childOf(this.question, "usecase")).trim() === "1")
      this.notes.push("upper and lower case mattered; here they don't");
    return { kind: "text", accepted: [...new Set(accepted)] };
  }

  private numeric(unit: string | null): Partial<QuestionDraft> | string {
    const answers = childrenOf(this.question, "answer").map((answer) => ({
      written: textOfXml(childOf(answer, "text")).trim(),
      value: numberOf(textOfXml(childOf(answer, "text"))),
      tolerance: Math.abs(numberOf(textOfXml(childOf(answer, "tolerance")).trim() || "0")),
      writtenTolerance: textOfXml(childOf(answer, "tolerance")).trim(),
      fraction: fractionOf(answer),
      feedback: this.markdown(childOf(answer, "feedback")),
    }));
    const right = answers
      .filter(({ value, fraction }) => Number.isFinite(value) && fraction > 0)
      .sort((a, b) => b.fraction - a.fraction);
    const best = right[0];
    for (const answer of answers.filter(({ feedback }) => feedback !== ""))
      if (answer === best) this.saidOfKey.push(answer.feedback);
      else this.notes.push(`not kept: feedback on the answer ${answer.written}: ${answer.feedback.slice(0, 200)}`);
    for (const other of right.slice(1))
      this.notes.push(`not kept: a further answer ${other.value} ± ${other.tolerance}, worth ${other.fraction}%`);
    const units = childrenOf(childOf(this.question, "units") ?? this.question, "unit").map((each) => ({
      name: textOfXml(childOf(each, "unit_name")).trim(),
      factor: Number(textOfXml(childOf(each, "multiplier")).trim() || 1),
    }));
    const main = units.find(({ factor }) => factor === 1);
    for (const other of units.filter((each) => each !== main))
      this.notes.push(`not kept: unit ${other.name} (${other.factor})`);
    if (best === undefined) return "no number is stated as the answer";
    if (!Number.isFinite(best.tolerance)) return `the tolerance "${best.writtenTolerance}" is no number`;
    if (best.written.includes(",")) this.notes.push(`"${best.written}" was read as ${best.value}`);
    return { kind: "numeric", numeric: { value: best.value, tolerance: best.tolerance, unit: main?.name || unit } };
  }

  /** Moodle takes the steps as they stand, and writes their places as fractions; where these differ, nobody can tell. */
  private ordering(): Partial<QuestionDraft> | string {
    const answers = childrenOf(this.question, "answer");
    const places = answers.map(fractionOf);
    const isOrder = new Set(places).size === places.length && places.every((place) => place >= 1);
    if (isOrder && places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0)))
      return `the steps stand in another order (${places.join(", ")}) than their fractions state: put them into the right one`;
    for (const answer of answers) {
      const said = this.markdown(childOf(answer, "feedback"));
      if (said !== "")
        this.notes.push(`not kept: feedback on the step "${this.markdown(answer)}": ${said.slice(0, 200)}`);
    }
    return { kind: "ordering", steps: answers.map((answer) => this.markdown(answer)) };
  }

  private matching(): Partial<QuestionDraft> {
    const pairs = childrenOf(this.question, "subquestion").map((pair): [string, string] => [
      this.markdown(pair),
      this.markdown(childOf(pair, "answer"), formatOfMatch(childOf(pair, "answer"))),
    ]);
    const others = pairs.filter(([left]) => left === "").map(([, right]) => right);
    return { kind: "matching", pairs: withOthers(asking(pairs), others) };
  }
}

/** A number with a decimal point or comma. */
function numberOf(text: string): number {
  return Number(text.trim().replace(",", ".") || Number.NaN);
}

function fractionOf(answer: XmlElement): number {
  const fraction = Number(answer.attributes.get("fraction") ?? 0);
  return Number.isFinite(fraction) ? fraction : 0;
}

/** A match has no format of its own: plain text, unless it has markup that no plain text has (`vector<int>` is none). */
function formatOfMatch(match: XmlElement | undefined): "auto" | "plain" {
  const text = textOfXml(childOf(match, "text"));
  const marked = /<\/(?:strong|em|b|i|u|code|sub|sup|del|a|span|p)>|<br\b|&(?:#\w+|lt|gt|amp|quot|nbsp);/i;
  return marked.test(text) ? "auto" : "plain";
}
