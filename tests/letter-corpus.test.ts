import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseQuestion } from "#lib/content/parse-question";
import { renderRichText } from "#lib/exam/letters";
import type { PublicQuestion } from "#lib/exam/question";
import { optionOrder } from "#lib/exam/selection";

/**
 * Sentences of explanations in real questions, read back in shuffled orders. What is right is worked out from the marks
 * in the corpus alone: nothing here is shared with what finds the letters.
 */
interface Sentence {
  readonly kind: "ref" | "list" | "label" | "prose" | "unclear";
  /** Markdown as an author writes it. */
  readonly text: string;
  /** Pieces of text, and between them the options named, each by its places from 0 and in the words of the author. */
  readonly parts: readonly (string | { readonly words: string; readonly places: readonly number[] })[];
  readonly group: "tuned" | "held back" | (typeof writtenAfter)[number];
}

const exam = { slug: "x", domains: ["d"], cases: new Map() };
const optionTexts = ["Size of the model", "Number of tokens", "Training time", "Depth of the network", "Learning rate"];
/** Each set was tried before the rules were mended for it. */
const writtenAfter = [
  "written-after",
  "written-later",
  "written-third",
  "written-fourth",
  "written-fifth",
  "written-sixth",
  "written-seventh",
  "written-eighth",
  "written-ninth",
  "written-tenth",
  "written-eleventh",
  "written-twelfth",
  "written-thirteenth",
  "written-fourteenth",
  "written-fifteenth",
  "written-sixteenth",
  "written-seventeenth",
  "written-eighteenth",
  "written-nineteenth",
  "written-twentieth",
  "written-twentyfirst",
  "written-twentysecond",
  "written-twentythird",
  "written-twentyfourth",
] as const;
const corpus = ["corpus" as const, ...writtenAfter].flatMap((name) =>
  sentencesIn(readFileSync(`tests/fixtures/letters/${name}.txt`, "utf8"), name),
);

type From = "corpus" | (typeof writtenAfter)[number];

function sentencesIn(file: string, from: From): readonly Sentence[] {
  return file.split("\n").flatMap((line, index) => sentenceIn(line, index, from));
}

function sentenceIn(line: string, index: number, from: From): readonly Sentence[] {
  const [, kind, marked = ""] = /^(ref|list|label|prose|unclear) \| (.+)$/.exec(line) ?? [];
  if (kind === undefined) return [];
  const written = marked.replaceAll("⏎", "\n");
  const parts = written.split(/(⟨[^⟩]+⟩)/).map((part): Sentence["parts"][number] => {
    const [, words, letters = words] = /^⟨([^:⟩]*)(?::([^⟩]+))?⟩$/.exec(part) ?? [];
    if (words === undefined || letters === undefined) return part;
    return { words, places: [...letters.toUpperCase()].map((letter) => letter.charCodeAt(0) - 65) };
  });
  return [
    {
      kind: kind as Sentence["kind"],
      text: written.replace(/⟨([^⟩:]*)(?::[A-Z]+)?⟩/g, "$1"),
      parts,
      group: from !== "corpus" ? from : index % 3 === 0 ? "held back" : "tuned",
    },
  ];
}

const places = ["explanation", "note", "stem"] as const;
type Where = (typeof places)[number];

function built(text: string, where: Where) {
  const note = `  > ${text.replaceAll("\n", "\n  > ")}\n`;
  const options = optionTexts.map((option, index) => `- [${index === 2 ? "x" : " "}] ${option}\n`);
  if (where === "note") options[1] += note;
  const parsed = parseQuestion({
    file: "x/q.md",
    text: `---\ndomain: d\n---\n${where === "stem" ? `${text}\n\nWhich of these is it?` : "Which of these is it?"}\n\n${options.join("")}\n## Explanation\n\n${where === "explanation" ? text : "Because."}\n`,
    exam,
    imageUrl: () => null,
  });
  if (!parsed.question) throw new Error(`${text}: ${JSON.stringify(parsed.problems)}`);
  return { ...parsed.question.question, problems: parsed.problems };
}

const orderOf = (question: PublicQuestion, seed: string) => optionOrder(question, seed);
const bare = (text: string) =>
  text
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:amp|#38);/g, "&")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&(?:quot|#34|#39);/g, "")
    // HTML counts the entries of a list itself.
    .replace(/(?<=^|\n)\d[.)] /g, "")
    .replace(/[|*`$()[\]"“”'’]|(?<=\n)- |^- |---+/g, " ")
    .replace(/\s+([.,;:])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();

const between = /^[\s,./&()]*(?:(?:and|or|nor|und|oder|et|y|e|as well as)\s+)?[\s()]*$/;

/**
 * Whether `printed` is `sentence` with every option named by the letter that it has where `positions` say, or, where the
 * order of the file is kept, as it was written.
 */
function isTrue(sentence: Sentence, printed: string, positions: readonly number[], isKept: boolean): boolean {
  const groups: { before: string; words: string; letters: string[] }[] = [];
  let before = "";
  for (const part of sentence.parts) {
    if (typeof part === "string") before += part;
    else {
      const letters = part.places.map((place) => String.fromCharCode(65 + positions.indexOf(place)));
      const group = groups.at(-1);
      if (group && between.test(before)) group.letters.push(...letters);
      else groups.push({ before, words: part.words, letters });
      before = "";
    }
  }
  const escaped = (text: string) =>
    bare(text)
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/ /g, "\\s+");
  const pattern = `^\\s*${groups.map((group) => `${escaped(group.before)}\\s*(.+?)\\s*`).join("")}${escaped(before)}\\s*$`;
  const match = new RegExp(pattern, "is").exec(bare(printed));
  if (!match) return false;
  return groups.every(({ letters, words }, index) => {
    if (isKept && match[index + 1]?.toLowerCase() === bare(words).toLowerCase()) return true;
    const shown =
      match[index + 1]
        ?.match(/(?<!\p{L})[A-Za-z](?!\p{L})/gu)
        ?.filter((l) => !/[aey]/.test(l) || /^[a-z]\W|^[a-z]$/.test(match[index + 1] ?? "")) ?? [];
    const upper = shown.map((letter) => letter.toUpperCase());
    return sentence.kind === "list"
      ? upper.join("") === letters.join("")
      : [...upper].sort().join("") === [...letters].sort().join("");
  });
}

type Fate = "shuffled" | "kept" | "wrong";

function fateOf(sentence: Sentence, where: Where): { fate: Fate; isWarned: boolean; example: string } {
  const question = built(sentence.text, where);
  const { public: open, secret, problems } = question;
  const shuffles = "shuffle" in open && open.shuffle;
  const isWarned = problems.some(({ rule }) => rule.startsWith("letter-"));
  const written = "options" in open ? open.options.map(({ id }) => id) : [];
  for (let seed = 0; seed < 4; seed += 1) {
    const order = orderOf(open, `${sentence.text} ${seed}`);
    const positions = order.map((id) => written.indexOf(id));
    const rich = where === "explanation" ? secret.explanation : Object.values(secret.optionNotes)[0];
    const printed =
      where === "stem" ? open.stemHtml.replace("Which of these is it?", "") : renderRichText(rich ?? [], order);
    const meant =
      where === "stem" && sentence.kind === "label" && shuffles ? written.map((_, place) => place) : positions;
    // What stays in the order of the file as it was written is true, whatever it names.
    const isAsWritten = !shuffles && bare(printed) === bare(sentence.text);
    const isRight =
      isAsWritten || (!(sentence.kind === "unclear" && shuffles) && isTrue(sentence, printed, meant, !shuffles));
    if (!isRight) return { fate: "wrong", isWarned, example: `${positions}: ${bare(printed)}` };
  }
  return { fate: shuffles ? "shuffled" : "kept", isWarned, example: "" };
}

function report(sentences: readonly Sentence[], where: Where, show: boolean) {
  const fates = sentences.map((sentence) => ({ sentence, ...fateOf(sentence, where) }));
  const wrong = fates.filter(({ fate }) => fate === "wrong");
  const refs = fates.filter(({ sentence }) => /^(?:ref|list|label)$/.test(sentence.kind));
  const prose = fates.filter(({ sentence }) => sentence.kind === "prose");
  if (show) {
    for (const { sentence, example } of wrong)
      console.log(`WRONG ${where} [${sentence.kind}] ${sentence.text} -> ${example}`);
    if (where === "explanation")
      for (const { sentence, fate } of refs) if (fate === "kept") console.log(`KEPT ${sentence.text}`);
    for (const { sentence, fate, isWarned } of prose)
      if (fate !== "wrong" && (fate === "kept" || isWarned)) console.log(`WARNED ${where} ${sentence.text}`);
  }
  const share = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;
  return {
    sentences: fates.length,
    wrong: wrong.length,
    referencesShuffled: share(refs.filter(({ fate }) => fate === "shuffled").length, refs.length),
    referencesKept: share(refs.filter(({ fate }) => fate === "kept").length, refs.length),
    proseWarned: share(prose.filter(({ fate, isWarned }) => fate === "kept" || isWarned).length, prose.length),
  };
}

/** MOCKDOWN_LETTERS=1 prints the shares, and what is not as it should be outside the third that rules are not tuned on. */
const isShown = process.env.MOCKDOWN_LETTERS !== undefined;

/** In percent: prose that is warned about at most, and references that are shuffled at least. */
const goals = { warned: 2, shuffled: 90 };
/** What is reached where the goals are not yet. */
const reached: Readonly<Record<string, typeof goals>> = {
  "written-seventh": { warned: 14, shuffled: 85 },
  "written-eighth": { warned: 16, shuffled: 40 },
  "written-ninth": { warned: 15, shuffled: 71 },
  // Three of 22 sentences: "; E. Rescorla", C and D as languages, C in another's formula.
  "written-eighteenth": { warned: 14, shuffled: 93 },
  // One of 13: activities that only letters name.
  "written-twentythird": { warned: 8, shuffled: 92 },
  // Three of 12: bonds of atoms, a ship's course, parties in French.
  "written-twentyfourth": { warned: 25, shuffled: 70 },
};

describe.each([
  ["the sentences that rules were tuned on", "tuned"],
  ["the third that was held back", "held back"],
  ...writtenAfter.map((name) => [`the set ${name}`, name]),
])("letters in %s", (name, group) => {
  const sentences = corpus.filter((sentence) => sentence.group === group);

  it.each(places)("are never printed wrong, and prose is not warned about (%s)", (where) => {
    const shares = report(sentences, where, isShown && group !== "held back");
    if (isShown) console.log(name, where, shares);
    expect(shares.wrong).toBe(0);
    const { warned, shuffled } = reached[group] ?? goals;
    expect(shares.proseWarned).toBeLessThanOrEqual(warned);
    if (where !== "stem") expect(shares.referencesShuffled).toBeGreaterThanOrEqual(shuffled);
  });
});
