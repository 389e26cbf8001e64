import Link from "next/link";
import type { ExamProgress } from "#lib/progress/read/get-progress";
import { chanceOf, verdictOf } from "#lib/progress/readiness-words";

import { useWords } from "#words";

type ReadinessLineProps = { exam: Pick<ExamProgress, "slug" | "readiness" | "passing"> };

/** Readiness for an exam, in one or two lines, with a link to the next step. */
export function ReadinessLine({ exam: { slug, readiness, passing } }: ReadinessLineProps) {
  const t = useWords();
  return (
    <div className="grid gap-1 text-sm">
      {readiness.state === "estimated" ? (
        <>
          <p className="text-lg font-semibold">{verdictOf(t, readiness.passProbability)}</p>
          <p className="text-muted tabular-nums">
            {t("readiness.line", {
              chance: chanceOf(t, readiness.passProbability),
              from: Math.round(readiness.from),
              to: Math.round(readiness.to) / 100,
              passing: passing / 100,
            })}
          </p>
        </>
      ) : (
        <p className="text-muted tabular-nums">
          {readiness.obstacle === null
            ? t("readiness.lineMore", { missing: readiness.missing })
            : t(`readiness.line-${readiness.obstacle}`)}
        </p>
      )}
      <p>
        <Link
          href={`/progress#${slug}`}
          prefetch={false}
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
        >
          {t("readiness.link")}
        </Link>
      </p>
    </div>
  );
}
