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
  /** How many options are to be selected, where that is said. */
  readonly select: number | null;
  /** Why the answer could not be checked, as the address says that a form was posted to. */
  readonly problem: string | null;
}

/** The check of this item's answer in this page: what came of it, or the sentence that says why nothing did. */
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

  /** Sends what is kept, after `before`, and asks for the verdict. */
  function check(before?: () => Promise<void>) {
    if (isWaiting) return;
    startWaiting(async () => {
      setProblem(null);
      await before?.();
      const bringing = bringCheckedParts().catch(() => null);
      if (!(await sync.flush())) return setProblem(t("item.offline"));
      const parts = await bringing;
      // Another release has other files: the page is loaded again, if the server can be reached.
      if (parts === null) return (await sync.poll()) ? location.reload() : setProblem(t("item.offline"));
      const checked = await parts.requestCheck(attemptId, position);
      if (checked === "unreachable") return setProblem(t("item.offline"));
      // Signed out, or another's attempt, or another release: the page itself says so.
      if (checked === "refused") return location.reload();
      if (checked.state === "not-ready") setProblem(sentenceOf(checked.reason));
      else setRevealed({ ...checked, ...parts });
      void sync.poll();
    });
  }

  return { problem, refuse: (reason: string | null) => setProblem(sentenceOf(reason)), isWaiting, revealed, check };
}
