import Link from "next/link";
import { ShareBar } from "#components/ui/share-bar";
import { listText } from "#lib/dates/list-text";
import { fewestAnswers, fewestInDomain } from "#lib/exam/readiness";
import type { Words } from "#lib/messages/words";
import type { DomainProgress } from "#lib/progress/read/exam-evidence";
import type { ExamProgress } from "#lib/progress/read/get-progress";
import { chanceOf, verdictOf } from "#lib/progress/readiness-words";
import { useWords } from "#words";

type Estimate = Extract<ExamProgress["readiness"], { readonly state: "estimated" }>;

/** Whether the exam would be passed today, with the interval and what the estimate is based on. */
export function ReadinessCard({ exam }: { exam: ExamProgress }) {
  const t = useWords();
  const { readiness, passing, questions, domains } = exam;
  return (
    <section aria-label={t("readiness.title")} className="rounded-xl border border-line bg-sheet p-5">
      <h3 className="text-sm font-semibold text-muted">{t("readiness.title")}</h3>
      {readiness.state === "too-few" ? (
        <TooFew readiness={readiness} domains={domains} />
      ) : (
        <Estimated estimate={readiness} passing={passing} domains={domains} />
      )}
      {domains.some((domain) => domain.closed > 0) ? (
        <p className="mt-2 text-sm text-flag">{t("readiness.leftOut")}</p>
      ) : null}
      <details className="mt-4 text-sm text-muted">
        <summary className="min-h-11 cursor-pointer py-2.5">{t("readiness.how")}</summary>
        <p>
          {t.rich("readiness.howText", {
            needed: fewestAnswers,
            perDomain: fewestInDomain,
            questions,
            link: (text) => (
              <a href="/help#readiness" className="underline">
                {text}
              </a>
            ),
          })}
        </p>
      </details>
    </section>
  );
}

type Lacking = Exclude<ExamProgress["readiness"], Estimate>;

function TooFew({ readiness, domains }: { readiness: Lacking; domains: readonly DomainProgress[] }) {
  const t = useWords();
  return (
    <>
      <p className="mt-2 text-lg font-semibold">{t(`readiness.state-${readiness.obstacle ?? "none"}`)}</p>
      <p className="mt-1 text-sm text-muted tabular-nums">{reasonOf(t, readiness, domains)}</p>
      {readiness.obstacle === "small-bank" ? (
        <p className="mt-1 text-sm">
          <Link href="/" prefetch={false} className="text-accent underline underline-offset-4">
            {t("readiness.chooseExam")}
          </Link>
        </p>
      ) : null}
    </>
  );
}

/** What is still missing for an estimate, or why there can be none. */
export function reasonOf(t: Words, lacking: Lacking, domains: readonly DomainProgress[]): string {
  const { obstacle, answers } = lacking;
  switch (obstacle) {
    case "small-bank":
      return t("readiness.smallBank", { needed: fewestAnswers });
    case "running-exam":
      return t("readiness.runningExam", { needed: fewestAnswers, answers });
    case "too-few-unseen":
      return t("readiness.tooFewUnseen", { needed: fewestAnswers, answers });
    default:
      return moreWords(t, lacking, domains);
  }
}

/** How many answers are missing, and in which domains. */
function moreWords(t: Words, { missing, thin }: Lacking, domains: readonly DomainProgress[]): string {
  if (thin.length === 0) return t("readiness.answerMore", { missing });
  const titleOf = (id: string) => domains.find((own) => own.id === id)?.title ?? id;
  const parts = thin.map(({ id, missing }) => t("readiness.fromDomain", { missing, domain: titleOf(id) }));
  return t("readiness.answerMoreFrom", { missing, parts: listText(t, parts), perDomain: fewestInDomain });
}

interface EstimatedProps {
  readonly estimate: Estimate;
  readonly passing: number;
  readonly domains: readonly DomainProgress[];
}

function Estimated({ estimate, passing, domains }: EstimatedProps) {
  const t = useWords();
  const { passProbability, expected, from, to } = estimate;
  return (
    <>
      <p className="mt-2 text-lg font-semibold">{verdictOf(t, passProbability)}</p>
      <p className="mt-1 text-sm tabular-nums">
        {t.rich("readiness.likelyScore", {
          from: Math.round(from),
          to: Math.round(to) / 100,
          expected: Math.round(expected) / 100,
          passing: passing / 100,
          chance: chanceOf(t, passProbability),
          b: (text) => <b className="font-semibold">{text}</b>,
        })}
      </p>
      <div aria-hidden="true" className="relative mt-4 h-6">
        <div className="absolute inset-x-0 top-2.5 h-1 rounded bg-track" />
        <ShareBar from={from} width={Math.max(1, to - from)} className="absolute top-2 h-2 fill-accent" />
        <ShareBar from={passing} width={0.5} className="absolute top-0 h-6 fill-ink" />
      </div>
      <p aria-hidden="true" className="text-xs text-muted">
        {t("readiness.legend")}
      </p>
      <p className="mt-2 text-sm text-muted tabular-nums">{basisOf(t, domains)}</p>
    </>
  );
}

/** What the estimate is based on, and which part of the exam it knows least about. */
export function basisOf(t: Words, domains: readonly DomainProgress[]): string {
  const total = (count: (domain: DomainProgress) => number) => domains.reduce((sum, domain) => sum + count(domain), 0);
  const answers = total((domain) => (domain.weight > 0 ? domain.answers : 0));
  const blanks = total((domain) => (domain.weight > 0 ? domain.blanks : 0));
  const unknown = total((domain) => (domain.weight > 0 ? domain.unknown : 0));
  const without = [
    ...(blanks > 0 ? [t("readiness.leftBlank", { count: blanks })] : []),
    ...(unknown > 0 ? [t("readiness.unknown", { count: unknown })] : []),
  ];
  const rests = t("readiness.basis", {
    answers,
    without: without.length === 0 ? "" : t("readiness.basisWithout", { parts: listText(t, without) }),
  });
  const asked = domains.filter((domain) => domain.weight > 0);
  const untouched = asked.filter((domain) => domain.answers === 0);
  if (untouched.length === 0) return asked.some(isOpen) ? rests : `${rests} ${t("readiness.allSeen")}`;
  const share = untouched.reduce((sum, domain) => sum + domain.weight, 0);
  const gaps = t("readiness.untouched", {
    untouched: untouched.length,
    domains: asked.length,
    share: share / 100,
    names: listText(
      t,
      untouched.map((domain) => domain.title),
      "unit",
    ),
  });
  return `${rests} ${gaps}`;
}

/** Whether it still has questions whose first answers would be informative. */
function isOpen({ unseen, closed }: DomainProgress): boolean {
  return unseen + closed > 0;
}
