import type { ReactNode } from "react";
import { scoringSentence } from "#lib/attempts/scoring-sentence";
import type { ExamOverview } from "#lib/bank/read/exams";
import { markingNow } from "#lib/exam/marking";
import type { HelpPart } from "#lib/help/sections";
import { useWords } from "#words";

type MockRulesProps = {
  exam: ExamOverview;
  /** A factor on the exam's own time; null for no limit. */
  timeFactor: number | null;
};

/** How long a mock exam is, what counts in it and what is allowed: what an invigilator would read out before the start. */
export function MockRules({ exam, timeFactor }: MockRulesProps) {
  const t = useWords();
  const available = Object.values(exam.available).reduce((sum, count) => sum + count, 0);
  const minutesOf = (minutes: number) =>
    timeFactor === null ? t("begin.noLimit") : t("unit.minutes", { count: Math.round(minutes * timeFactor) });
  return (
    <>
      <dl className="mt-6 grid grid-cols-[repeat(auto-fit,minmax(5rem,1fr))] gap-3 rounded-xl border border-line bg-sheet p-4 sm:gap-4 sm:p-5">
        <Fact name={t("begin.questions")} value={String(Math.min(exam.questions, available))} />
        <Fact name={t("begin.time")} value={minutesOf(exam.minutes)} />
        <Fact name={t("begin.passMark")} value={t("unit.percent", { share: exam.passing / 100 })} />
      </dl>
      {exam.sections.length === 0 ? null : (
        <>
          <h2 className="mt-6 font-semibold">{t("begin.sections")}</h2>
          <ol className="mt-2 list-decimal ps-5">
            {exam.sections.map(({ title, minutes }) => (
              <li key={title}>{t("begin.section", { title, time: minutesOf(minutes) })}</li>
            ))}
          </ol>
        </>
      )}
      <h2 className="mt-6 font-semibold">{t("begin.rules")}</h2>
      <ul className="mt-2 grid list-disc gap-2 ps-5">
        <li>{t(timeFactor === null ? "begin.ruleNoClock" : "begin.ruleClock")}</li>
        <li>{t(exam.sections.length === 0 ? "begin.ruleMove" : "begin.ruleSections")}</li>
        <li>{t("begin.ruleSaved")}</li>
        <li>{t("begin.ruleBlank")}</li>
        <li>{scoringSentence(t, markingNow(exam.scoring))}</li>
        <li>{t("begin.ruleClosed")}</li>
        <li>{t("begin.ruleKeys")}</li>
      </ul>
      <p className="mt-4 text-sm text-muted">
        {t.rich("begin.more", {
          time: (text) => <HelpLink part="time">{text}</HelpLink>,
          saving: (text) => <HelpLink part="saving">{text}</HelpLink>,
          scoring: (text) => <HelpLink part="scoring">{text}</HelpLink>,
        })}
      </p>
    </>
  );
}

function HelpLink({ part, children }: { part: HelpPart; children: ReactNode }) {
  return (
    <a href={`/help#${part}`} className="underline underline-offset-4">
      {children}
    </a>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-2xl font-semibold whitespace-nowrap tabular-nums">{value}</dd>
    </div>
  );
}
