import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/auth/viewer";
import { type Candidate, type ExamOverview, getExam, listCandidates } from "#lib/bank/read/exams";
import { bulkUpsert } from "#lib/db/bulk-upsert";
import type { Database, Tx } from "#lib/db/database";
import { isChosen, pickedReasons } from "#lib/exam/practice";
import { fail, ok, type Result } from "#lib/exam/result";
import { deadlineOf } from "#lib/exam/timing";
import { signal } from "#lib/metrics/signals";
import { dueQuestions } from "#lib/review/read/due-questions";
import { plannedQuestions } from "#lib/review/read/get-plan";
import { keptForm } from "#lib/review/read/kept-form";
import { releaseForm } from "#lib/review/write/keep-plan";
import { drawAttempt } from "../draw-attempt.ts";
import type { AttemptMode, AttemptPlan, StartChoices } from "../plan.ts";
import { bankHash } from "../read/bank-hash.ts";
import { lastAsked, missedQuestions, namedQuestions } from "../read/earlier-answers.ts";
import { type KnownFacts, practiceFacts } from "../read/practice-facts.ts";

type Owner = Viewer & { readonly learnerId: string };

export interface StartRequest {
  readonly db: Database;
  readonly viewer: Owner;
  readonly examSlug: string;
  readonly mode: AttemptMode;
  readonly seed: string;
  /** Whether a link gave the seed: then the exam is the one that the link names, no matter who opens it. */
  readonly isNamed?: boolean;
  readonly now: Date;
  /** For mode `question`: the one question's name. */
  readonly questionName?: string;
  readonly choices?: StartChoices;
}

type StartRefusal = "no-such-exam" | "no-questions" | "too-many-starts";

/** The most attempts that a learner can start in ten minutes, including questions answered on their own page: one every two seconds. */
const mostStarts = 300;
const startWindowMs = 10 * 60 * 1000;

/** Draws an attempt and returns its id. Every question is pinned to the revision shown now. */
export async function startAttempt(request: StartRequest): Promise<Result<string, StartRefusal>> {
  const { db, viewer, examSlug, mode, seed, isNamed = false, now, questionName, choices = {} } = request;
  const exam = await getExam(db, examSlug);
  if (exam === null) return fail("no-such-exam");
  const form = await keptForm(db, viewer.learnerId, examSlug, now);
  const takesForm = form?.isOpen === true && isForForm(request);
  const kept = new Set(takesForm || isNamed ? [] : form?.questionIds);
  const all = (await listCandidates(db, examSlug)).filter(({ questionId }) => !kept.has(questionId));
  const facts = await practiceFactsFor(request, exam, all);
  const only = facts === null ? await chosenQuestions(request) : fitting(facts, choices);
  const [asked, linked] = await Promise.all([askedBefore(request), namedBefore(request)]);
  const named = takesForm ? form.questionIds : linked;
  const { drawn, plan } = drawAttempt({ exam, all, mode, seed, choices, questionName, only, asked, named });
  if (drawn.length === 0) return fail("no-questions");
  const agreed: AttemptPlan = { ...plan, bankHash: await bankHash(db, examSlug), choices: known(choices, all) };
  const id = randomUUID();
  const isStarted = await db.write(async (tx) => {
    const startedAt = { gt: new Date(now.getTime() - startWindowMs) };
    const starts = await tx.attempt.count({ where: { learnerId: viewer.learnerId, startedAt } });
    if (starts >= mostStarts) return false;
    await tx.attempt.create({
      data: {
        id,
        learnerId: viewer.learnerId,
        examSlug,
        mode,
        reveal: agreed.reveal,
        seed,
        plan: JSON.stringify(agreed),
        startedAt: now,
        deadlineAt: deadlineOf(now, agreed.timeLimitMinutes),
      },
      select: { id: true },
    });
    await insertItems(db, tx, id, drawn, pickedFor(facts, choices));
    const ids = new Set(drawn.map(({ questionId }) => questionId));
    if (takesForm || form?.questionIds.some((questionId) => ids.has(questionId)))
      await releaseForm(tx, viewer.learnerId, examSlug, takesForm ? "all" : ids);
    return true;
  });
  if (!isStarted) return fail("too-many-starts");
  signal("attempt-started", { mode });
  return ok(id);
}

/** Whether this start uses the mock exam that a plan has set aside: a mock exam without a link, or the plan's short one. */
function isForForm({ mode, isNamed, choices }: StartRequest): boolean {
  return (mode === "mock" && !isNamed) || choices?.plan === "mock";
}

/** When each question was last asked, if the draw depends on it. */
async function askedBefore({
  db,
  viewer,
  examSlug,
  mode,
  isNamed,
}: StartRequest): Promise<ReadonlyMap<string, number>> {
  const isFresh = mode === "study" || (mode === "mock" && !isNamed);
  return isFresh ? lastAsked(db, viewer, examSlug) : new Map();
}

/** The questions of the exam that a link names; null without a link, and when nobody has taken that exam yet. */
async function namedBefore({ db, examSlug, mode, seed, isNamed }: StartRequest): Promise<readonly string[] | null> {
  return mode === "mock" && isNamed ? namedQuestions(db, examSlug, seed) : null;
}

/** The chosen domains and tags that exist; every page of the attempt reads them. */
function known(choices: StartChoices, all: readonly Candidate[]): StartChoices {
  const { domains, tags, ...others } = choices;
  const among = (chosen: readonly string[], existing: Iterable<string>) => {
    const wanted = new Set(chosen);
    return [...new Set(existing)].filter((each) => wanted.has(each));
  };
  return {
    ...others,
    ...(domains && {
      domains: among(
        domains,
        all.map(({ domain }) => domain),
      ),
    }),
    ...(tags && {
      tags: among(
        tags,
        all.flatMap((candidate) => candidate.tags),
      ),
    }),
  };
}

/** The questions that an attempt is limited to; null for all. */
async function chosenQuestions(request: StartRequest): Promise<ReadonlySet<string> | null> {
  const { db, viewer, examSlug, mode, choices, now } = request;
  if (choices?.plan !== undefined)
    return plannedQuestions(db, { learnerId: viewer.learnerId, examSlug, part: choices.plan, now });
  if (mode === "review") return dueQuestions(db, viewer.learnerId, now);
  return choices?.missedOf === undefined ? null : missedQuestions(db, viewer, choices.missedOf);
}

type Facts = ReadonlyMap<string, KnownFacts>;

/** The pool of a custom practice by reasons or levels; null for every other start. */
async function practiceFactsFor(request: StartRequest, exam: ExamOverview, candidates: readonly Candidate[]) {
  const { db, viewer, mode, now, choices } = request;
  const isChosenBy = choices?.reasons !== undefined || choices?.levels !== undefined;
  if (mode !== "drill" || !isChosenBy) return null;
  return practiceFacts(db, { learnerId: viewer.learnerId, exam, candidates, now });
}

function fitting(facts: Facts, { reasons = [], levels = [] }: StartChoices): ReadonlySet<string> {
  return new Set([...facts].flatMap(([id, own]) => (isChosen(own, { reasons, levels }) ? [id] : [])));
}

/** By question, the JSON of why it was picked; null unless practice was chosen by reason. */
function pickedFor(facts: Facts | null, { reasons = [] }: StartChoices): (questionId: string) => string | null {
  return (questionId) => {
    const own = facts?.get(questionId);
    return own === undefined || reasons.length === 0 ? null : JSON.stringify(pickedReasons(own, own.history, reasons));
  };
}

function insertItems(
  db: Database,
  tx: Tx,
  attemptId: string,
  drawn: readonly Candidate[],
  picked: (questionId: string) => string | null,
) {
  const rows = drawn.map(({ questionId, revisionId, domain }, i) => ({
    attemptId,
    position: i + 1,
    questionId,
    revisionId,
    domain,
    picked: picked(questionId),
    lateSync: false,
  }));
  return tx.$executeRaw(
    bulkUpsert(db.provider, {
      table: "AttemptItem",
      columns: {
        attemptId: "text",
        position: "integer",
        questionId: "text",
        revisionId: "text",
        domain: "text",
        picked: "text",
        lateSync: "boolean",
      },
      rows,
      existing: "refuse",
    }),
  );
}
