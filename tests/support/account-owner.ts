import { randomUUID } from "node:crypto";
import { getItem } from "#lib/attempts/read/attempt";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { postComment } from "#lib/discussion/write/post-comment";
import { syncSample } from "./bank.ts";

const now = new Date("2026-11-22T12:00:00Z");
const later = new Date("2026-12-22T12:00:00Z");

type Owner = Viewer & { readonly learnerId: string };

/** Gives an account a password, by its hash, and sessions in three places. */
export async function addSignIns(db: Database, userId: string, hash: string): Promise<void> {
  const dates = { createdAt: now, updatedAt: now };
  await db.write(async (tx) => {
    await tx.account.create({
      data: { id: randomUUID(), accountId: userId, providerId: "credential", userId, password: hash, ...dates },
    });
    for (const place of ["here", "there", "elsewhere"]) {
      const id = `${place} ${userId}`;
      await tx.session.create({ data: { id, token: id, userId, expiresAt: later, ...dates } });
    }
  });
}

/** Answers the first item of a study attempt, with a distinctive note. */
export async function answerOne(db: Database, viewer: Owner, note = "a note of mine") {
  await syncSample(db);
  const request = { db, viewer, examSlug: "sample", mode: "study", seed: "s", now } as const;
  const started = await startAttempt(request);
  const attemptId = started.ok ? started.value : "";
  const common = { position: 1, version: 1, madeAt: now.toISOString(), elapsedMs: 0 };
  const entries = [
    { ...common, field: "answer" as const, value: { kind: "dont-know" } },
    { ...common, field: "note" as const, value: note },
  ];
  await saveAnswers({ db, viewer, attemptId, body: { clientId: "client-one", entries }, now });
  await checkAnswer({ db, viewer, attemptId, position: 1, now });
  const item = await getItem(db, viewer, attemptId, 1, now);
  return { attemptId, name: item?.location.name ?? "", questionId: item?.location.questionId ?? "" };
}

export const post = (db: Database, viewer: Viewer, questionName: string, markdown: string, parentId?: string) =>
  postComment({
    db,
    viewer,
    examSlug: "sample",
    questionName,
    requestId: randomUUID(),
    markdown,
    now,
    ...(parentId === undefined ? {} : { parentId }),
  });
