type VerdictProps = {
  /** Null when nothing was given, or nothing that could be shown here. */
  yours: string | null;
  right: string;
  /** Several texts may be right. */
  isRight?: boolean;
};

/** What the learner gave at one place, and what is right there; said once where both are the same. */
export function Verdict({ yours, right, isRight = yours === right }: VerdictProps) {
  const isSame = yours === right;
  const mark = isRight ? "✓ " : "✕ ";
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      {isSame ? <b className="font-semibold text-good">{mark}Correct answer</b> : null}
      {yours === null ? null : (
        <span className={isRight ? "text-good" : "text-bad"}>
          {isSame ? "" : mark}
          <b className="font-semibold">Your answer</b>: {yours}
        </span>
      )}
      {isSame ? null : (
        <span className="text-good">
          <b className="font-semibold">Correct answer</b>: {right}
        </span>
      )}
    </p>
  );
}
