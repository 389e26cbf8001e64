import { randomUUID } from "node:crypto";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { postComment } from "#lib/discussion/write/post-comment";
import { reportComment } from "#lib/discussion/write/report-comment";
import { voteOnComment } from "#lib/discussion/write/vote-on-comment";
import { randomFrom } from "#lib/exam/random";
import { keepPlan } from "#lib/review/write/keep-plan";
import { type MemberViewer, makeMember } from "../support/discussion-world.ts";
import { exam, sit } from "./sit.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** What pictures of the app show: the site three weeks into somebody's practice. */
export interface World {
  /** Session tokens of a learner, of one who sits a mock exam, and of an administrator. */
  readonly learner: string;
  readonly candidate: string;
  readonly administrator: string;
  /** Attempts of the learner: a mock exam that is over, a study session that is over, and one that runs. */
  readonly result: string;
  readonly studied: string;
  readonly study: string;
  /** The exam that the candidate sits. */
  readonly mock: string;
  /** The question that is talked about. */
  readonly discussed: string;
}

/** Makes all of it in a database that has the sample content. */
export async function makeWorld(db: Database, now: Date): Promise<World> {
  const random = randomFrom("pictures");
  const ada = await makeMember(db, "Ada", { id: randomUUID() });
  const root = await makeMember(db, "Grace", { id: randomUUID(), role: "administrator" });
  const others = await Promise.all(
    ["Noor", "Tomás", "Mei", "Ivo"].map((name) => makeMember(db, name, { id: randomUUID() })),
  );
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  const practise = (viewer: MemberViewer, at: Date, count: number, skill: number) =>
    sit({ db, viewer, random, at, mode: "study", count, skill, ends: true });
  for (const [i, other] of others.entries())
    for (const mode of ["mock", "mock", "mock"] as const)
      await sit({ db, viewer: other, random, at: ago(20 - i), mode, count: 50, skill: 0.4 + i / 6, ends: true });
  for (const days of [19, 16, 13]) await practise(ada, ago(days), 20, 0.6);
  for (const [i, days] of [11, 7].entries())
    await sit({ db, viewer: ada, random, at: ago(days), mode: "mock", count: 50, skill: 0.6 + i / 10, ends: true });
  const result = await sit({ db, viewer: ada, random, at: ago(3), mode: "mock", count: 50, skill: 0.8, ends: true });
  const studied = await practise(ada, ago(1), 10, 0.8);
  const study = await sit({
    db,
    viewer: ada,
    random,
    at: new Date(now.getTime() - 600_000),
    mode: "study",
    count: 7,
    skill: 0.8,
    ends: false,
  });
  const { learnerId } = ada;
  const plan = {
    examDate: new Date(now.getTime() + 18 * dayMs).toISOString().slice(0, 10),
    weekdays: [0, 1, 2, 3, 4, 5, 6],
    minutesPerDay: 40,
  };
  const kept = await keepPlan({
    db,
    learnerId,
    examSlug: exam,
    plan,
    keepsForm: false,
    timeZone: "UTC",
    now,
  });
  if (!kept.ok) throw new Error(`the plan was refused: ${kept.error}`);
  const discussed = await talk(db, [ada, root, ...others], now);
  const mock = await sit({
    db,
    viewer: others[0] as MemberViewer,
    random,
    at: new Date(now.getTime() - 900_000),
    mode: "mock",
    count: 11,
    skill: 0.8,
    ends: false,
  });
  const open = (member: MemberViewer) => openSession(db, member, now);
  const [learner, candidate, administrator] = [
    await open(ada),
    await open(others[0] as MemberViewer),
    await open(root),
  ];
  return { learner, candidate, administrator, result, mock, studied, study, discussed };
}

const said = [
  "Why is this not about **speed**? The text says that it trains faster.",
  "Faster training is what follows, not what it does. The section on stability in the reference says it plainly.",
  "That helped, thank you.",
  "The same distinction came up in my exam last month, with `RMSNorm` in place of it.",
  "Does it change anything at inference?",
  "No: the statistics are computed for each token there, too.",
  "For batch normalization it would, since that keeps running averages:\n\n```python\nx = (x - running_mean) / running_std\n```",
  "I remember it so: *layer* looks across the features of one token, *batch* across the tokens of one feature.",
  "Is there a picture of this anywhere?",
  "Figure 1 of the paper.",
  "Where does the epsilon go, inside or outside the root?",
  "Inside: $\\sqrt{\\sigma^2 + \\epsilon}$.",
  "Thanks. I had it outside, which divides by zero when the variance is zero and epsilon is left out.",
  "Which answer did the author have in mind before the last revision?",
  "The same one. Only the wording has changed, see the history.",
];

/** Fifteen comments below one question, votes on them and a report. Returns the question's name. */
async function talk(db: Database, people: readonly MemberViewer[], now: Date): Promise<string> {
  const question = await db.read.question.findUniqueOrThrow({
    where: { examSlug_name: { examSlug: exam, name: "layer-normalization" } },
    select: { id: true, name: true, revisionId: true },
  });
  for (const [i, { learnerId }] of people.entries()) await disclose(db, learnerId, question, i, now);
  const ids: string[] = [];
  for (const [i, markdown] of said.entries()) {
    const viewer = people[(i * 2 + (i >> 2)) % people.length] as MemberViewer;
    const parentId = i === 0 || [3, 4, 7, 8, 10, 13].includes(i) ? null : (ids[i - 1] ?? null);
    const at = new Date(now.getTime() - (said.length - i) * 0.6 * dayMs);
    const request = {
      db,
      viewer,
      examSlug: exam,
      questionName: question.name,
      requestId: randomUUID(),
      parentId,
      markdown,
    };
    const posted = await postComment({ ...request, now: at });
    if (!posted.ok) throw new Error(`comment ${i} was refused: ${posted.error}`);
    ids.push(posted.value);
    for (const voter of people.slice(0, (i * 5) % 4))
      await voteOnComment({ db, viewer: voter, commentId: posted.value, value: 1, now: at });
  }
  for (const [i, reporter] of people.slice(3, 5).entries())
    await reportComment({
      db,
      viewer: reporter,
      commentId: ids[3 + 5 * i] ?? "",
      reason: "spoiler",
      detail: "Tells what was asked in a real exam.",
      now,
    });
  return question.name;
}

async function disclose(
  db: Database,
  learnerId: string,
  question: { id: string; revisionId: string | null },
  i: number,
  now: Date,
) {
  const revisionId = question.revisionId ?? "";
  const part = (await publicPartsOf(db.read, [revisionId])).get(revisionId);
  const options = part?.kind === "single" ? part.options : [];
  const answer = JSON.stringify({ kind: "single", optionId: options[i % options.length]?.id });
  const data = { learnerId, questionId: question.id, revisionId, answer, disclosedAt: now, byMember: true };
  const known = await db.read.disclosure.findFirst({ where: { learnerId, questionId: question.id } });
  if (known === null) await db.write((tx) => tx.disclosure.create({ data }));
}

/** Returns the token of a new session. */
async function openSession(db: Database, { member }: MemberViewer, now: Date): Promise<string> {
  const token = randomUUID();
  const dates = { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + 7 * dayMs) };
  await db.write((tx) => tx.session.create({ data: { id: token, token, userId: member.userId, ...dates } }));
  return token;
}
