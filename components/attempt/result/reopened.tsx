import { absoluteTime } from "#lib/dates/relative-age";
import { useWords } from "#words";

type ReopenedProps = { at: Date; reason: string };

/** Says that a wrong clock had submitted this attempt, with the operator's remark. */
export function Reopened({ at, reason }: ReopenedProps) {
  const t = useWords();
  return (
    <p className="mt-4 rounded-lg border border-line bg-sheet px-4 py-3 text-sm">
      {t.rich("result.reopened", {
        time: (text) => <time dateTime={at.toISOString()}>{text}</time>,
        at: absoluteTime(t, at),
        reason,
      })}
    </p>
  );
}
