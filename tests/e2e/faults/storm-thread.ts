import { setTimeout as sleep } from "node:timers/promises";
import { answerQuestion } from "#lib/attempts/write/answer-question";
import { signGuest } from "#lib/auth/guest-token";
import { findQuestion } from "#lib/bank/read/exams";
import { openDatabase } from "#lib/db/database";
import { postComment } from "#lib/discussion/write/post-comment";
import { anyAnswerTo } from "../../bench/seed-attempts.ts";
import { testSecret } from "../../support/app-server.ts";
import { makeGuest, makeMember } from "../../support/people.ts";

const question = { examSlug: "sample", questionName: "tallest-tree" };

/** A thread that a guest has open at `url`. Comments are written by this process, as by one more instance. */
export async function openThread(url: string, databaseUrl: string) {
  const db = openDatabase(databaseUrl);
  // Moderators may write without a pause.
  const [author, reader] = [await makeMember(db, "Author", "moderator"), await makeGuest(db)];
  const answer = await anyAnswerTo(db, question.examSlug, question.questionName);
  for (const viewer of [author, reader]) await answerQuestion({ db, viewer, ...question, answer, now: new Date() });
  const found = await findQuestion(db, question.examSlug, question.questionName);
  const heard = new Set<string>();
  const ending = new AbortController();
  const cookie = `mockdown.guest=${signGuest(reader.learnerId, testSecret)}`;
  const address = `${url}/api/discussions/${encodeURIComponent(found?.questionId ?? "")}/events`;
  const reading = follow(address, cookie, heard, ending.signal);
  return {
    /** Ids of the comments that the open page has heard of. */
    heard,
    /** Posts a comment and returns its id. */
    async write(text: string): Promise<string> {
      const now = new Date();
      const posted = await postComment({ db, viewer: author, ...question, requestId: text, markdown: text, now });
      if (!posted.ok) throw new Error(`the comment was refused: ${posted.error}`);
      return posted.value;
    },
    async close(): Promise<void> {
      ending.abort();
      await reading;
      await db.close();
    },
  };
}

const pauseMs = 500;

/** As a browser's EventSource: connects again when it was cut, and says what it heard last. */
async function follow(address: string, cookie: string, heard: Set<string>, signal: AbortSignal): Promise<void> {
  let since = new Date().toISOString();
  while (!signal.aborted) {
    const reply = await fetch(`${address}?since=${since}`, { headers: { cookie }, signal }).catch(() => null);
    if (reply?.ok && reply.body) {
      try {
        for await (const text of reply.body.pipeThrough(new TextDecoderStream())) {
          since = /^id: (.*)$/m.exec(text)?.[1] ?? since;
          for (const [, id = ""] of text.matchAll(/"commentId":"([^"]+)"/g)) heard.add(id);
        }
      } catch {
        // The instance was killed, or the test is over.
      }
    }
    if (!signal.aborted) await sleep(pauseMs);
  }
}
