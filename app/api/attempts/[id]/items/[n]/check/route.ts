import { positionShape } from "#lib/attempts/schema";
import type { CheckReply } from "#lib/attempts/wire";
import { examTime } from "#lib/attempts/write/clock-watch";
import { revealItem } from "#lib/attempts/write/reveal-item";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { decimalSign } from "#lib/exam/decimal-sign";
import { currentLocale } from "#lib/settings/read/current-words";
import { noAttempt, orRefusal, problem, reply } from "../../../../reply.ts";

type Context = { params: Promise<{ id: string; n: string }> };

/** Checks the stored answer to an item of a study attempt, and discloses the item. Documented in docs/api.md. */
export function PUT(_: Request, context: Context): Promise<Response> {
  return orRefusal(() => check(context));
}

async function check({ params }: Context): Promise<Response> {
  const { id: attemptId, n } = await params;
  const position = Number(n);
  const viewer = await currentViewer();
  if (viewer.learnerId === null) return problem(401, "signed-out", "Sign in again.");
  if (!positionShape.safeParse(position).success) return noAttempt();
  const result = await revealItem({
    db: database(),
    viewer,
    attemptId,
    position,
    decimal: decimalSign(await currentLocale()),
    now: examTime(),
  });
  if (result.ok) return reply({ state: "checked", ...result.value } satisfies CheckReply);
  if (result.error === "no-such-item" || result.error === "not-in-this-mode") return noAttempt();
  return reply({ state: "not-ready", reason: result.error } satisfies CheckReply);
}
