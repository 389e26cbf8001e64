/** What the learner gave at one place, and what is right there. */
export function Verdict({ yours, right }: { yours: string; right: string }) {
  const isRight = yours === right;
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      <span className={isRight ? "text-good" : "text-bad"}>
        {isRight ? "✓" : "✕"} <b className="font-semibold">Your answer</b>: {yours}
      </span>
      {isRight ? null : (
        <span className="text-good">
          <b className="font-semibold">Correct answer</b>: {right}
        </span>
      )}
    </p>
  );
}
