import { absoluteTime } from "#lib/dates/relative-age";

type ReopenedProps = { at: Date; reason: string };

/** That a wrong clock had handed this attempt in, and what the operator says about it. */
export function Reopened({ at, reason }: ReopenedProps) {
  return (
    <p className="mt-4 rounded-lg border border-line bg-sheet px-4 py-3 text-sm">
      Handed in too early by the server’s clock, and reopened on{" "}
      <time dateTime={at.toISOString()}>{absoluteTime(at)}</time>: {reason}
    </p>
  );
}
