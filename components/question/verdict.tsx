type VerdictProps = {
  /** Null when nothing was given, or nothing that could be shown here. */
  yours: string | null;
  right: string;
  /** Several texts may be right. */
  isRight?: boolean;
};

/** What the learner gave at one place, and what is right there. */
export function Verdict({ yours, right, isRight = yours === right }: VerdictProps) {
  const isSame = yours === right;
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      {yours === null ? null : (
        <span className={isRight ? "text-good" : "text-bad"}>
          {isRight ? "✓" : "✕"} <b className="font-semibold">Your answer</b>: {yours}
        </span>
      )}
      <span className="text-good">
        <b className="font-semibold">Correct answer</b>
        {isSame ? "" : `: ${right}`}
      </span>
    </p>
  );
}
