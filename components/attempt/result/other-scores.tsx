import type { OtherScores as Others } from "#lib/attempts/read/other-scores";
import { disputeSentence, todaySentence } from "#lib/attempts/score-words";
import type { Score } from "#lib/exam/scoring";
import { useWords } from "#words";

/** How disputed and changed keys affect a score; nothing if they don't. */
export function OtherScores({ graded, others, className }: { graded: Score; others: Others; className: string }) {
  const t = useWords();
  const { withoutDisputed, byTodaysKeys } = others;
  return (
    <>
      {withoutDisputed === null ? null : (
        <span className={`block text-flag tabular-nums ${className}`}>
          {disputeSentence(t, graded, withoutDisputed)}
        </span>
      )}
      {byTodaysKeys === null ? null : (
        <span className={`block tabular-nums ${className}`}>{todaySentence(t, graded, byTodaysKeys)}</span>
      )}
    </>
  );
}
