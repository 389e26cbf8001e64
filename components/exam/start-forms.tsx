"use client";

import type { ReactNode } from "react";
import { PracticeForm } from "#components/exam/practice-form";
import { StudyLength } from "#components/exam/study-length";
import { TimeFactor } from "#components/exam/time-factor";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import type { BoxCounts } from "#lib/attempts/count-matching";
import type { StartChoices as PracticeChoices } from "#lib/attempts/plan";

import type { LanguageMarks } from "#lib/exam/language-marks";
import { useWords } from "#words";
/** The data that the forms show about an exam. */
export interface StartChoices {
  readonly exam: string;
  /** The attributes of its language. */
  readonly marks: LanguageMarks;
  /** How many questions a mock exam should have, and how many there are. */
  readonly questions: number;
  readonly available: number;
  readonly minutes: number;
  readonly passing: number;
  readonly sections: number;
  /** Id and title of each. */
  readonly domains: readonly (readonly [string, string])[];
  readonly tags: readonly string[];
  /** How many questions each box leaves, and the choices in the address; null until the form is opened. */
  readonly counted: { readonly boxes: BoxCounts; readonly matching: number } | null;
  /** The choices for a practice in the address. */
  readonly practice: PracticeChoices;
  readonly hasStudyInProgress: boolean;
}

/** Why the last start failed: no question matches its choices, or the database refused it. */
export type StartProblem = "nothing-fits" | "not-saved";

type StartFormsProps = { choices: StartChoices; problem: StartProblem | null };

/**
 * The ways to start, each a form that works without script. They get data and are rendered once, to HTML: elements
 * rendered by the server would be sent a second time in the component stream.
 */
export function StartForms({ choices, problem }: StartFormsProps) {
  const t = useWords();
  const { exam, questions, available, minutes, passing, sections, hasStudyInProgress } = choices;
  if (available === 0) return <p className="mt-8 text-muted">{t("start.noQuestions")}</p>;
  return (
    <div className="mt-8 grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-4">
      {problem === null ? null : (
        <p
          id={problem === "nothing-fits" ? "nothing-fits" : "not-started"}
          role="alert"
          className="rounded-lg bg-flag-soft px-4 py-2.5 text-sm text-flag col-span-full"
        >
          {t(problem === "nothing-fits" ? "start.noneMatch" : "start.notSaved")}
        </p>
      )}
      <Start
        exam={exam}
        mode="study"
        title={t("start.study")}
        button={t("start.startStudy")}
        look={hasStudyInProgress ? "plain" : "primary"}
      >
        <p>{t("start.studyText")}</p>
        <StudyLength />
        {hasStudyInProgress ? (
          <p>
            <input type="hidden" name="again" value="1" />
            {t("start.another")}
          </p>
        ) : null}
      </Start>
      <Start exam={exam} mode="mock" title={t("start.mock")} button={t("start.startMock")} look="plain">
        <p>{t("start.mockText", { questions: Math.min(questions, available), minutes, passing: passing / 100 })}</p>
        {sections === 0 ? null : <p>{t("start.sections", { count: sections })}</p>}
        <TimeFactor minutes={minutes} />
      </Start>
      <PracticeForm choices={choices} />
    </div>
  );
}

type StartProps = {
  exam: string;
  mode: string;
  title: string;
  button: string;
  look: "primary" | "plain";
  children: ReactNode;
};

/** A form that starts an attempt; a mock exam has a page of rules before that. */
function Start({ exam, mode, title, button, look, children }: StartProps) {
  const t = useWords();
  return (
    <form
      action={mode === "mock" ? `/exams/${exam}/mock` : startAttemptAction}
      className="flex flex-col justify-between gap-4 rounded-xl border border-line bg-sheet p-5"
    >
      {mode === "mock" ? null : (
        <>
          <input type="hidden" name="exam" value={exam} />
          <input type="hidden" name="mode" value={mode} />
        </>
      )}
      <div className="grid grid-cols-1 gap-2.5 text-sm text-muted">
        <h2 className="text-lg font-semibold text-ink">{title}</h2>
        {children}
      </div>
      <StartButton look={look} slowWords={t("start.waiting")}>
        {button}
      </StartButton>
    </form>
  );
}
