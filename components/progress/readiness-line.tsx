import Link from "next/link";
import type { ExamProgress } from "#lib/progress/read/get-progress";
import { chanceOf, verdictOf } from "#lib/progress/readiness-words";

type ReadinessLineProps = { exam: Pick<ExamProgress, "slug" | "readiness" | "passing"> };

/** How ready one is for an exam, in one or two lines, with the way to what stands behind them. */
export function ReadinessLine({ exam: { slug, readiness, passing } }: ReadinessLineProps) {
  return (
    <div className="grid gap-1 text-sm">
      {readiness.state === "estimated" ? (
        <>
          <p className="text-lg font-semibold">{verdictOf(readiness.passProbability)}</p>
          <p className="text-muted tabular-nums">
            Chance to pass {chanceOf(readiness.passProbability)}, likely score {Math.round(readiness.from)}–
            {Math.round(readiness.to)}%. Pass mark {passing}%.
          </p>
        </>
      ) : (
        <p className="text-muted tabular-nums">
          {readiness.obstacle === null
            ? `${readiness.missing} more first ${readiness.missing === 1 ? "answer" : "answers"} until your readiness can be estimated.`
            : "No readiness estimate at the moment."}
        </p>
      )}
      <p>
        <Link
          href={`/progress#${slug}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
        >
          Progress and readiness
        </Link>
      </p>
    </div>
  );
}
