import { recordServedKeys } from "#lib/attempts/write/served-keys";
import { may, type Viewer } from "#lib/auth/viewer";
import { getExam, listCandidates } from "#lib/bank/read/exams";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { chanceOfGuess } from "#lib/exam/chance-of-guess";
import { discloseSecret } from "#lib/exam/disclosure";
import { discriminationRange } from "#lib/exam/discrimination";
import type { KeyEvidence } from "#lib/exam/disputed-key";
import { type ItemFlag, itemFlags } from "#lib/exam/item-flags";
import type { ItemStatistics } from "#lib/exam/item-statistics";
import { judgingOf } from "#lib/exam/kinds/judging";
import type { Option, PublicQuestion, Secret } from "#lib/exam/question";
import { closedQuestions } from "#lib/review/read/closed-questions";
import { itemFigures } from "./item-figures.ts";

/** How often one option was chosen. */
export interface ChosenOption {
  readonly text: string;
  readonly chosen: number;
  /** Its share among the strongest and the weakest third of the learners, from 0 to 1; null with too few learners. */
  readonly strong: number | null;
  readonly weak: number | null;
  readonly isKey: boolean;
}

/** What the answers say against a key. */
export interface ItemEvidence extends Pick<KeyEvidence, "answers" | "strength"> {
  /** The text of the option that would be the better key; null until this viewer has answered. */
  readonly rival: string | null;
}

export interface ItemRow {
  readonly name: string;
  /** What it asks, as plain text. */
  readonly stem: string;
  readonly domain: string;
  readonly answers: number;
  readonly facility: number | null;
  /** What a guess earns on average, from 0 to 1. */
  readonly chance: number;
  /** Null if nobody answered where time is measured. */
  readonly medianMs: number | null;
  readonly discrimination: number | null;
  /** The 95% confidence interval of the discrimination. */
  readonly discriminationRange: readonly [number, number] | null;
  /** How many learners the discrimination rests on. */
  readonly pairs: number;
  readonly flags: readonly ItemFlag[];
  /** What the answers say against the key; null where they say nothing, and of kinds whose key is not one option. */
  readonly evidence: ItemEvidence | null;
  /** How often each option was chosen; null until this viewer has answered, and for kinds without a choice. */
  readonly options: readonly ChosenOption[] | null;
}

export interface ItemReport {
  readonly slug: string;
  readonly title: string;
  /** Of its texts; absent where it does not say. */
  readonly language?: string | undefined;
  readonly items: readonly ItemRow[];
}

/**
 * How the questions of an exam do. Null unless the viewer may see statistics. What an option's count says of the key waits for the
 * viewer's own answer, as everywhere; a question of an exam that the viewer is sitting is left out.
 */
export async function getItemReport(
  db: Database,
  viewer: Viewer,
  examSlug: string,
  now: Date,
): Promise<ItemReport | null> {
  const { learnerId } = viewer;
  if (!may(viewer, "see-statistics") || learnerId === null) return null;
  const exam = await getExam(db, examSlug);
  if (exam === null) return null;
  const [candidates, closed, seen] = await Promise.all([
    listCandidates(db, examSlug),
    closedQuestions(db, learnerId),
    db.read.disclosure.findMany({ where: { learnerId, question: { examSlug } }, select: { questionId: true } }),
  ]);
  const answered = new Set(seen.map((row) => row.questionId));
  // The count of an option says which one is the key, and so do the figures beside it.
  const questionIds = new Set(candidates.map(({ questionId }) => questionId).filter((id) => !closed.has(id)));
  await recordServedKeys({ db, learnerId, questionIds, now });
  const revisions = candidates.map((candidate) => candidate.revisionId);
  const [parts, secrets] = [await publicPartsOf(db.read, revisions), await secretPartsOf(db.read, revisions)];
  const { statistics, evidence, times } = await itemFigures(db, exam, candidates, { parts, secrets });
  const titles = new Map(exam.domains.map((domain) => [domain.id, domain.title]));
  const items = candidates.flatMap(({ questionId, revisionId, name, domain }) => {
    const [part, secret] = [parts.get(revisionId), secrets.get(revisionId)];
    if (part === undefined || secret === undefined || closed.has(questionId)) return [];
    const standing = { answered: answered.has(questionId), inRunningExam: false };
    const own = { statistics: statistics.get(questionId) ?? null, evidence: evidence.get(questionId) ?? null };
    const disclosed = discloseSecret(secret, standing);
    const medianMs = times.get(questionId) ?? null;
    return [{ name, domain: titles.get(domain) ?? domain, medianMs, ...describeItem(own, part, secret, disclosed) }];
  });
  return { slug: exam.slug, title: exam.title, language: exam.language, items };
}

interface OwnFigures {
  readonly statistics: ItemStatistics | null;
  readonly evidence: KeyEvidence | null;
}

/** The figures of one item; `disclosed` is null for people who must not learn which option is the key. */
export function describeItem(
  { statistics: own, evidence }: OwnFigures,
  part: PublicQuestion,
  secret: Secret,
  disclosed: Secret | null,
): Omit<ItemRow, "name" | "domain" | "medianMs"> {
  const options = judgingOf(part.kind).choices(part) ?? [];
  const discrimination = own?.discrimination ?? null;
  return {
    stem: part.stemText,
    answers: own?.answers ?? 0,
    facility: own?.facility ?? null,
    chance: chanceOfGuess(part),
    discrimination: discrimination?.value ?? null,
    discriminationRange: discrimination === null ? null : discriminationRange(discrimination),
    pairs: discrimination?.learners ?? 0,
    flags: [
      ...(evidence?.isDisputed ? (["key-disputed"] as const) : []),
      ...itemFlags(
        own,
        keyOf(secret),
        options.map((option) => option.id),
      ),
    ],
    evidence: evidence === null ? null : describeEvidence(evidence, disclosed === null ? [] : options),
    options:
      disclosed === null || options.length === 0
        ? null
        : options.map((option) => ({ ...chosenOption(option, own), isKey: keyOf(disclosed).includes(option.id) })),
  };
}

function describeEvidence({ answers, strength, rival }: KeyEvidence, options: readonly Option[]): ItemEvidence {
  return { answers, strength, rival: options.find(({ id }) => id === rival)?.text ?? null };
}

function chosenOption({ id, text }: Option, own: ItemStatistics | null): Omit<ChosenOption, "isKey"> {
  const thirds = own?.thirds ?? null;
  const shareOf = (third: "strong" | "weak") =>
    thirds === null ? null : (thirds[third].get(id) ?? 0) / thirds.learners;
  return { text, chosen: own?.choices.get(id) ?? 0, strong: shareOf("strong"), weak: shareOf("weak") };
}

function keyOf({ key }: Secret): readonly string[] {
  return judgingOf(key.kind).rightOptions(key);
}
