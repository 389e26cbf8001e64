import type { DomainProgress, ExamProgress } from "#lib/progress/queries";

type Estimate = Extract<ExamProgress["readiness"], { readonly state: "estimated" }>;

/** An honest word on whether the exam would be passed today, with its interval and what it rests on. */
export function ReadinessCard({ exam }: { exam: ExamProgress }) {
  const { readiness, passing, questions, domains } = exam;
  return (
    <section aria-label="Readiness" className="rounded-xl border border-line bg-sheet p-5">
      <h3 className="text-sm font-semibold text-muted">Readiness</h3>
      {readiness.state === "too-few" ? (
        <TooFew readiness={readiness} domains={domains} />
      ) : (
        <Estimated estimate={readiness} passing={passing} />
      )}
      <details className="mt-4 text-sm text-muted">
        <summary className="min-h-11 cursor-pointer py-2.5">How this is reckoned</summary>
        <p>
          From your first answers only, each given before you saw its key; blanks and repeats tell nothing. In each
          domain the share that you would get right is taken as uncertain (Jeffreys’ prior), and an exam of {questions}{" "}
          questions is put together by the blueprint’s weights. The interval holds nine of ten such exams. It assumes
          that these questions are like the real ones, and that you neither learnt nor forgot since; reading
          explanations should make you better than it says, time and nerves may make you worse.
        </p>
      </details>
    </section>
  );
}

type TooFewProps = { readiness: Exclude<ExamProgress["readiness"], Estimate>; domains: readonly DomainProgress[] };

function TooFew({ readiness, domains }: TooFewProps) {
  const { missing, isBankTooSmall } = readiness;
  const titles = new Map(domains.map((domain) => [domain.id, domain.title]));
  return (
    <>
      <p className="mt-2 text-lg font-semibold">Not enough answers yet</p>
      <p className="mt-1 text-sm text-muted">
        {isBankTooSmall
          ? "This bank has fewer than 30 questions: too few for an estimate."
          : `${missing} more first ${missing === 1 ? "answer" : "answers"} to questions that you have not seen.`}
      </p>
      {readiness.domains.length === 0 || isBankTooSmall ? null : (
        <ul className="mt-2 text-sm text-muted tabular-nums">
          {readiness.domains.map((domain) => (
            <li key={domain.id}>
              {titles.get(domain.id)}: {domain.missing} more
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Estimated({ estimate, passing }: { estimate: Estimate; passing: number }) {
  const { passProbability, expected, from, to, answers } = estimate;
  return (
    <>
      <p className="mt-2 text-lg font-semibold">{verdictOf(passProbability)}</p>
      <p className="mt-1 text-sm tabular-nums">
        Chance to pass: <b className="font-semibold">{chanceOf(passProbability)}</b>. Expected score{" "}
        {Math.round(expected)} %, nine of ten exams between {Math.round(from)} and {Math.round(to)} %; {passing} %
        passes. From {answers} first answers.
      </p>
      <div aria-hidden="true" className="relative mt-4 h-6">
        <div className="absolute inset-x-0 top-2.5 h-1 rounded bg-line" />
        <div
          className="absolute top-2 h-2 rounded bg-accent"
          style={{ left: `${from}%`, width: `${Math.max(1, to - from)}%` }}
        />
        <div className="absolute top-0 h-6 w-0.5 bg-ink" style={{ left: `${passing}%` }} />
      </div>
      <p aria-hidden="true" className="text-xs text-muted">
        The line is the cut score, the bar the interval.
      </p>
    </>
  );
}

function verdictOf(chance: number): string {
  if (chance >= 0.95) return "You would very likely pass today";
  if (chance >= 0.75) return "You would more likely pass than not";
  if (chance >= 0.4) return "It could go either way";
  if (chance >= 0.1) return "You would more likely not pass yet";
  return "You would very likely not pass yet";
}

/** Certainty is not to be had from a sample. */
function chanceOf(chance: number): string {
  if (chance > 0.99) return "over 99 %";
  return chance < 0.01 ? "under 1 %" : `${Math.round(100 * chance)} %`;
}
