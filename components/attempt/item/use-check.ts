import { useEffect, useState, useTransition } from "react";
import { useSession } from "#components/attempt/session";
import type { Revealed } from "#lib/attempts/wire";
import { useWords } from "#words";
import { notReadySentence } from "../../question/not-ready-sentence.ts";
import { showVerdict } from "../../question/show-verdict.ts";
import { bringCheckedParts, type CheckedParts } from "./checked-parts.ts";

interface Item {
  readonly attemptId: string;
  readonly position: number;
  /** How many options are to be selected, if that is stated. */
  readonly select: number | null;
  /** Why the answer could not be checked, from the address after a form was posted. */
  readonly problem: string | null;
}

/** The check of this item's answer in this page: its result, or the sentence that says why there is none. */
export function useCheck({ attemptId, position, select, problem: posted }: Item) {
  const t = useWords();
  const { sync } = useSession();
  const sentenceOf = (reason: string | null) => (reason === null ? null : notReadySentence(t, reason, select));
  const [problem, setProblem] = useState(() => sentenceOf(posted));
  const [isWaiting, startWaiting] = useTransition();
  const [revealed, setRevealed] = useState<(Revealed & CheckedParts) | null>(null);

  useEffect(() => {
    if (revealed !== null) showVerdict();
  }, [revealed]);

  /** Sends the stored changes, after `before`, and requests the verdict. */
  function check(before?: () => Promise<void>) {
    if (isWaiting) return;
    startWaiting(async () => {
      setProblem(null);
      await before?.();
      const bringing = bringCheckedParts().catch(() => null);
      if (!(await sync.flush())) return setProblem(t("item.offline"));
      const parts = await bringing;
      // Another release has other files: the page is reloaded if the server can be reached.
      if (parts === null) return (await sync.poll()) ? location.reload() : setProblem(t("item.offline"));
      const checked = await parts.requestCheck(attemptId, position);
      if (checked === "unreachable") return setProblem(t("item.offline"));
      // Signed out, or someone else's attempt, or another release: the page itself says so.
      if (checked === "refused") return location.reload();
      if (checked.state === "not-ready") setProblem(sentenceOf(checked.reason));
      else setRevealed({ ...checked, ...parts });
      void sync.poll();
    });
  }

  return { problem, refuse: (reason: string | null) => setProblem(sentenceOf(reason)), isWaiting, revealed, check };
}
