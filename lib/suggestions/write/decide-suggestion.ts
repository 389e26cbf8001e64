import type { Viewer } from "#lib/auth/viewer";
import { writeAs } from "#lib/auth/write/write-as";
import type { Database } from "#lib/db/database";
import { fail, ok, type Result } from "#lib/exam/result";
import { notify } from "#lib/notifications/write/notify";

export type DecisionRefusal = "not-an-author" | "no-such-suggestion" | "say-why";

/** Accepts a suggestion, whose patch is available from then on, or declines it and tells its author why. */
export async function decideSuggestion(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly suggestionId: string;
  readonly act: "accept" | "decline";
  readonly answer: string;
  readonly now: Date;
}): Promise<Result<"decided", DecisionRefusal>> {
  const { db, viewer, suggestionId: id, act, answer, now } = request;
  const state = act === "accept" ? "accepted" : "declined";
  const who = { db, viewer, power: "decide-suggestions", refusal: "not-an-author", now } as const;
  return writeAs(who, async (tx, member) => {
    if (act === "decline" && answer === "") return fail("say-why");
    const where = { id, state: { in: ["open", "accepted"] } };
    const data = { state, answer, decidedById: member.userId, decidedAt: now };
    const { count } = await tx.suggestion.updateMany({ where, data });
    if (count === 0) return fail("no-such-suggestion");
    const { proposerId, questionId } = await tx.suggestion.findUniqueOrThrow({
      where: { id },
      select: { proposerId: true, questionId: true },
    });
    const cause = `suggestion/${id}/declined`;
    const news = {
      userId: proposerId,
      kind: "suggestion-declined",
      questionId,
      commentId: null,
      text: answer,
      cause,
    } as const;
    if (act === "decline") await notify(db, tx, [news], now);
    return ok("decided");
  });
}
