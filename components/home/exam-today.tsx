import Link from "next/link";
import type { ReactNode } from "react";
import { ReadinessLine } from "#components/progress/readiness-line";
import { ButtonLink } from "#components/ui/button-link";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import { absoluteTime, relativeWait } from "#lib/dates/relative-age";
import { languageMarks } from "#lib/exam/language-marks";
import { weakestDomain } from "#lib/exam/weakest-domain";
import type { DomainProgress } from "#lib/progress/read/exam-evidence";
import type { ExamProgress } from "#lib/progress/read/get-progress";
import type { ExamReviews } from "#lib/review/read/due-questions";
import { useWords } from "#words";

type ExamTodayProps = {
  exam: ExamProgress;
  reviews: ExamReviews | null;
  /** Days until the exam in the plan; null without one. */
  daysLeft: number | null;
  now: Date;
};

/** What to do in one exam today: readiness, what is due, and what to work on. */
export function ExamToday({ exam, reviews, daysLeft, now }: ExamTodayProps) {
  const { slug, title, language, domains } = exam;
  const weakest = weakestDomain(domains);
  return (
    <section aria-label={title} className="rounded-xl border border-line bg-sheet px-5 py-4 sm:px-6">
      <h2 className="text-lg font-semibold" {...languageMarks(language)}>
        <Link href={`/exams/${slug}`} prefetch={false} className="inline-flex min-h-11 items-center hover:underline">
          {title}
        </Link>
      </h2>
      <div className="divide-y divide-line *:py-4">
        {daysLeft === null ? null : <ExamAhead slug={slug} daysLeft={daysLeft} />}
        <ReadinessLine exam={exam} />
        {reviews === null ? null : <Due reviews={reviews} now={now} />}
        {weakest === null ? null : <Weakest slug={slug} domain={weakest} />}
      </div>
    </section>
  );
}

function ExamAhead({ slug, daysLeft }: { slug: string; daysLeft: number }) {
  const t = useWords();
  return (
    <Row action={<ButtonLink href={`/plan#${slug}`}>{t("home.openPlan")}</ButtonLink>}>
      <p className="text-base font-semibold tabular-nums">{t("home.daysLeft", { days: daysLeft })}</p>
    </Row>
  );
}

function Due({ reviews, now }: { reviews: ExamReviews; now: Date }) {
  const t = useWords();
  const { slug, due, nextAt, closed } = reviews;
  return (
    <Row
      action={
        due === 0 ? null : (
          <form action={startAttemptAction}>
            <input type="hidden" name="exam" value={slug} />
            <input type="hidden" name="mode" value="review" />
            <StartButton look="primary" slowWords={t("start.waiting")}>
              {t("home.startReview")}
            </StartButton>
          </form>
        )
      }
    >
      <p className="font-semibold tabular-nums">{t("home.due", { count: due })}</p>
      <p className="text-muted">
        {closed > 0
          ? t("home.leftOut")
          : nextAt === null
            ? t("home.comeBack")
            : t.rich("home.next", {
                wait: relativeWait(t, nextAt, now),
                time: (text) => (
                  <time dateTime={nextAt.toISOString()} title={absoluteTime(t, nextAt)}>
                    {text}
                  </time>
                ),
              })}
      </p>
    </Row>
  );
}

function Weakest({ slug, domain }: { slug: string; domain: DomainProgress }) {
  const t = useWords();
  const { id, title, earned, answers } = domain;
  return (
    <Row
      action={
        <form action={startAttemptAction}>
          <input type="hidden" name="exam" value={slug} />
          <input type="hidden" name="mode" value="drill" />
          <input type="hidden" name="domains" value={id} />
          <input type="hidden" name="count" value="10" />
          <StartButton slowWords={t("start.waiting")}>
            {t.rich("home.practise", { domain: title, hidden: (text) => <span className="sr-only">{text}</span> })}
          </StartButton>
        </form>
      }
    >
      <p className="font-semibold">{t("home.weakest", { domain: title })}</p>
      <p className="text-muted tabular-nums">
        {t("home.firstAnswers", { share: Math.round((100 * earned) / answers) / 100, answers })}
      </p>
    </Row>
  );
}

function Row({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 text-sm">
      <div className="grid min-w-0 gap-0.5">{children}</div>
      {action}
    </div>
  );
}
