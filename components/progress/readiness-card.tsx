import { fewestAnswers, fewestInDomain, type Obstacle } from "#lib/exam/readiness";
import type { DomainProgress, ExamProgress } from "#lib/progress/read/get-progress";

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
      {domains.some((domain) => domain.closed > 0) ? (
        <p className="mt-2 text-sm text-flag">
          The questions of the exam that you are sitting are left out until it ends.
        </p>
      ) : null}
      <details className="mt-4 text-sm text-muted">
        <summary className="min-h-11 cursor-pointer py-2.5">How we estimate this</summary>
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

type Lacking = Exclude<ExamProgress["readiness"], Estimate>;

const titles: Readonly<Record<Obstacle, string>> = {
  "small-bank": "No estimate is possible",
  "running-exam": "No estimate while the exam runs",
  "too-few-unseen": "No estimate is possible",
};

function TooFew({ readiness, domains }: { readiness: Lacking; domains: readonly DomainProgress[] }) {
  const { obstacle } = readiness;
  const isListed = readiness.domains.length > 0 && (obstacle === null || obstacle === "too-few-unseen");
  const titleOf = new Map(domains.map((domain) => [domain.id, domain.title]));
  return (
    <>
      <p className="mt-2 text-lg font-semibold">{obstacle === null ? "Not enough answers yet" : titles[obstacle]}</p>
      <p className="mt-1 text-sm text-muted tabular-nums">{reasonOf(readiness)}</p>
      {isListed ? (
        <ul className="mt-2 text-sm text-muted tabular-nums">
          {readiness.domains.map((domain) => (
            <li key={domain.id}>
              {titleOf.get(domain.id)}: {domain.missing} {obstacle === null ? "more" : "too few"}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function reasonOf({ obstacle, missing, answers }: Lacking): string {
  const needed = `${fewestAnswers} first answers, and ${fewestInDomain} in each domain`;
  switch (obstacle) {
    case "small-bank":
      return `This bank has fewer than ${fewestAnswers} questions: too few for an estimate.`;
    case "running-exam":
      return `It takes ${needed}. Those outside of the exam that you are sitting are too few.`;
    case "too-few-unseen":
      return `It takes ${needed}; you have given ${answers}, and too few questions are left that you have not seen. What was left blank in an exam has been seen, and an answer that comes after the key says nothing.`;
    default:
      return `${missing} more first ${missing === 1 ? "answer" : "answers"} to questions that you have not seen.`;
  }
}

function Estimated({ estimate, passing }: { estimate: Estimate; passing: number }) {
  const { passProbability, expected, from, to, answers } = estimate;
  return (
    <>
      <p className="mt-2 text-lg font-semibold">{verdictOf(passProbability)}</p>
      <p className="mt-1 text-sm tabular-nums">
        Chance to pass: <b className="font-semibold">{chanceOf(passProbability)}</b>. Expected score{" "}
        {Math.round(expected)}%, likely {Math.round(from)}–{Math.round(to)}%. Pass mark {passing}%. Based on {answers}{" "}
        first answers.
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
  if (chance >= 0.1) return "Not there yet";
  return "You would very likely not pass yet";
}

/** Certainty is not to be had from a sample. */
function chanceOf(chance: number): string {
  if (chance > 0.99) return "over 99%";
  return chance < 0.01 ? "under 1%" : `${Math.round(100 * chance)}%`;
}
