import { ShareBar } from "#components/ui/share-bar";
import { fewestAnswers, fewestInDomain, type Obstacle } from "#lib/exam/readiness";
import type { DomainProgress } from "#lib/progress/read/exam-evidence";
import type { ExamProgress } from "#lib/progress/read/get-progress";
import { chanceOf, verdictOf } from "#lib/progress/readiness-words";

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
        <Estimated estimate={readiness} passing={passing} domains={domains} />
      )}
      {domains.some((domain) => domain.closed > 0) ? (
        <p className="mt-2 text-sm text-flag">
          The questions of the exam that you are sitting are left out until it ends.
        </p>
      ) : null}
      <details className="mt-4 text-sm text-muted">
        <summary className="min-h-11 cursor-pointer py-2.5">How we estimate this</summary>
        <p>
          We count your first answer to each question, given before you saw the correct one. A question that you left
          blank in a finished exam counts as not right. “I don’t know” counts as a guess. An estimate takes{" "}
          {fewestAnswers} of them, and {fewestInDomain} in each domain. From it we estimate how many questions of each
          domain you would get right; a domain with few answers borrows from the others. Then we work out the score of
          an exam of {questions} questions with the official share of each domain. Nine of ten such exams would fall
          within the likely score. The estimate follows how your answers to new questions change over time. It counts
          only a little of what you get right a day later, because you may remember the answer and not the subject. Once
          60 people have answered a question, it also knows how hard that question is. It assumes that these questions
          are like the real ones.{" "}
          <a href="/help#readiness" className="underline">
            More about this in the help
          </a>
          .
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
  return (
    <>
      <p className="mt-2 text-lg font-semibold">{obstacle === null ? "Not enough answers yet" : titles[obstacle]}</p>
      <p className="mt-1 text-sm text-muted tabular-nums">{reasonOf(readiness, domains)}</p>
    </>
  );
}

/** What it still takes to be given an estimate, or why none can be given. */
export function reasonOf({ obstacle, missing, thin, answers }: Lacking, domains: readonly DomainProgress[]): string {
  switch (obstacle) {
    case "small-bank":
      return `This bank has fewer than ${fewestAnswers} questions: too few for an estimate.`;
    case "running-exam":
      return `An estimate takes ${fewestAnswers} first answers. You have ${answers} outside the exam that you are sitting.`;
    case "too-few-unseen":
      return `An estimate takes ${fewestAnswers} first answers. You have ${answers}, and too few questions are left whose answers you have not seen.`;
    default:
      return `Answer ${missing} more ${missing === 1 ? "question that is" : "questions that are"} new to you${thinWords(thin, domains)}.`;
  }
}

/** Which domains the missing answers have to come from. */
function thinWords(thin: Lacking["thin"], domains: readonly DomainProgress[]): string {
  if (thin.length === 0) return "";
  const parts = thin.map(({ id, missing }) => `${missing} from ${domains.find((own) => own.id === id)?.title ?? id}`);
  return `, among them ${new Intl.ListFormat("en").format(parts)}: an estimate takes ${fewestInDomain} answers in each domain`;
}

interface EstimatedProps {
  readonly estimate: Estimate;
  readonly passing: number;
  readonly domains: readonly DomainProgress[];
}

function Estimated({ estimate, passing, domains }: EstimatedProps) {
  const { passProbability, expected, from, to } = estimate;
  return (
    <>
      <p className="mt-2 text-lg font-semibold">{verdictOf(passProbability)}</p>
      <p className="mt-1 text-sm tabular-nums">
        Likely score {Math.round(from)}–{Math.round(to)}%, on average {Math.round(expected)}%. The pass mark is{" "}
        {passing}
        %. Chance of passing: <b className="font-semibold">{chanceOf(passProbability)}</b>.
      </p>
      <div aria-hidden="true" className="relative mt-4 h-6">
        <div className="absolute inset-x-0 top-2.5 h-1 rounded bg-line" />
        <ShareBar from={from} width={Math.max(1, to - from)} className="absolute top-2 h-2 fill-accent" />
        <ShareBar from={passing} width={0.5} className="absolute top-0 h-6 fill-ink" />
      </div>
      <p aria-hidden="true" className="text-xs text-muted">
        The line is the pass mark, the bar the likely score.
      </p>
      <p className="mt-2 text-sm text-muted tabular-nums">{basisOf(domains)}</p>
    </>
  );
}

/** What the estimate rests on, and what part of the exam it says least of. */
export function basisOf(domains: readonly DomainProgress[]): string {
  const total = (count: (domain: DomainProgress) => number) => domains.reduce((sum, domain) => sum + count(domain), 0);
  const answers = total((domain) => (domain.weight > 0 ? domain.answers : 0));
  const blanks = total((domain) => (domain.weight > 0 ? domain.blanks : 0));
  const unknown = total((domain) => (domain.weight > 0 ? domain.unknown : 0));
  const without = [
    ...(blanks > 0 ? [`${blanks} left blank`] : []),
    ...(unknown > 0 ? [`${unknown} answered “I don’t know”`] : []),
  ];
  const rests = `Based on ${answers} questions that were new to you${without.length > 0 ? `, ${without.join(" and ")}` : ""}.`;
  const asked = domains.filter((domain) => domain.weight > 0);
  const untouched = asked.filter((domain) => domain.answers === 0);
  if (untouched.length === 0) return rests;
  const share = untouched.reduce((sum, domain) => sum + domain.weight, 0);
  const names = untouched.map((domain) => domain.title).join(", ");
  return `${rests} You have not answered questions from ${untouched.length} of ${asked.length} domains, ${share}% of the exam: ${names}. There the estimate goes by your other domains and is less sure; a few answers in each make it better.`;
}
