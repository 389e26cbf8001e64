import type { Nodes } from "mdast";
import { placesThatSpeakOfAbove } from "../read/pinned-options.ts";
import type { ReadQuestion } from "../read/read-question.ts";
import { surveyLetters } from "./find-letters.ts";
import { flattenText } from "./flatten-text.ts";
import { labelsOf, namesOptions, takenLetters } from "./letter-context.ts";
import { once } from "./once.ts";
import { type LetterFinding, noReferences, type OptionReferences, optionReferences } from "./option-references.ts";
import { smallWordsOf } from "./sentence-language.ts";
import { type LetterSurvey, noSurvey, type TakenLetters } from "./taken-letters.ts";

/** The letters in every text of a question, and what follows from them for the order of its options. */
export interface QuestionLetters {
  readonly stem: OptionReferences;
  /** One for each option, in the order of the file; so are the notes. */
  readonly options: readonly OptionReferences[];
  /** Where options stand (from 0) that speak of those above them. */
  readonly ofAbove: readonly number[];
  readonly explanation: OptionReferences;
  readonly notes: readonly OptionReferences[];
  /** Whether every learner sees the options in the order of the file: `shuffle: false`, or letters that demand it. */
  readonly keepsOrder: boolean;
  /** Whether the entries are always shuffled and a letter after the answer may name one: then the letters need a legend. */
  readonly needsLegend: boolean;
}

/** `ids` are those of the options, or of what is matched, in the order of the file: what A, B, … mean. */
export function questionLetters(read: ReadQuestion, ids: readonly string[]): QuestionLetters {
  const isChoice = hasChoice(read);
  const language = smallWordsOf(read.language);
  const find = (nodes: readonly Nodes[], taken: () => TakenLetters, others: (() => LetterSurvey) | null) =>
    optionReferences(nodes, read.source, ids, {
      language,
      isOpen: others === null,
      taken,
      elsewhere: others ?? (() => noSurvey),
    });
  const texts = (nodes: readonly Nodes[]) => flattenText(nodes).map(({ text }) => text);
  const stem = once(() => (isChoice ? texts(read.parts.stem) : []));
  const named = once(() =>
    takenLetters(stem(), isChoice ? texts(read.options.flatMap(({ body }) => body)) : [], numberedIn(read.parts.stem)),
  );
  const open = once(() => ({ ...takenLetters(stem(), [], numberedIn(read.parts.stem)), isOpen: true }));
  const openStem = () => ({ ...open(), things: new Set<string>(), numbers: numbersOfLabels(stem(), read.parts.stem) });
  const ofNote = once(() => ({ ...named(), isNote: true }));
  const explanation = read.parts.explanation?.content ?? [];
  const elsewhere = once(() => {
    const secret = texts([...explanation, ...read.options.flatMap(({ note }) => note)]);
    const context = {
      language,
      count: ids.length,
      labels: labelsOf(secret),
      isAboutOptions: secret.some(namesOptions),
    };
    return surveyLetters(secret, { ...context, taken: named(), elsewhere: noSurvey });
  });
  const letters = {
    stem: ids.length > 0 ? find(read.parts.stem, openStem, null) : noReferences,
    options: read.options.map(({ body }) => (isChoice ? find(body, open, null) : noReferences)),
    explanation: find(explanation, named, elsewhere),
    notes: read.options.map(({ note }) => (note.length > 0 ? find(note, ofNote, elsewhere) : noReferences)),
  };
  const ofAbove = isChoice
    ? placesThatSpeakOfAbove(
        read.options.map(({ text }) => text),
        read.language,
      )
    : [];
  const keepsOrder = read.front.shuffle === false || (isChoice && (ofAbove.length > 0 || demandsOrder(letters)));
  const needsLegend = !isChoice && ids.length > 0 && secretFindings(letters).some(isUnclear);
  return { ...letters, ofAbove, keepsOrder, needsLegend };
}

/** How many entries the longest numbered list of a stem has. */
function numberedIn(stem: readonly Nodes[]): number {
  return Math.max(0, ...stem.map((node) => (node.type === "list" && node.ordered ? node.children.length : 0)));
}

/** The numbers that a stem gives to statements of its own: "1. It is …", "Statement 2: …". */
function numbersOfLabels(texts: readonly string[], stem: readonly Nodes[]): ReadonlySet<string> {
  const labels = texts.flatMap((text) =>
    [...text.matchAll(/(?:^|[\s(])(\d)[.):](?=\s|$)/g)].map(([, digit = ""]) => digit),
  );
  return new Set([...labels, ...Array.from({ length: numberedIn(stem) }, (_, index) => String(index + 1))]);
}

/** What was found in the explanation and the notes. */
export function secretFindings({
  explanation,
  notes,
}: Pick<QuestionLetters, "explanation" | "notes">): readonly LetterFinding[] {
  return [explanation, ...notes].flatMap(({ findings }) => findings);
}

export function hasChoice({ kind }: ReadQuestion): boolean {
  return kind === "single" || kind === "multiple";
}

/** A stem or an option that names options, or a letter that may name one: only the order of the file makes them true. */
function demandsOrder({
  stem,
  options,
  ...secret
}: Omit<QuestionLetters, "ofAbove" | "keepsOrder" | "needsLegend">): boolean {
  const isNamed = ({ match, known }: LetterFinding) => known && match.by !== "unclear";
  return (
    stem.findings.some(({ match, known }) => known || match.by === "unclear") ||
    options.some(({ findings }) => findings.some(isNamed)) ||
    secretFindings(secret).some(isUnclear)
  );
}

/** A letter that may name an option, or names one that does not exist, stays as it is written. */
function isUnclear({ match, known }: LetterFinding): boolean {
  return match.by === "unclear" || !known;
}
