import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ExamFrame } from "#components/attempt/exam-frame";
import { TimeIsUp } from "#components/attempt/item/clock";
import { ItemHead } from "#components/attempt/item/item-head";
import { SaveNotices } from "#components/attempt/item/save-status";
import { ReviewList } from "#components/attempt/review/review-list";
import { SubmitForm } from "#components/attempt/review/submit-form";
import { GiveWords } from "#components/give-words";
import { closeSectionAction, submitAttemptAction } from "#lib/attempts/actions";
import { getReview } from "#lib/attempts/read/attempt";
import { currentAttempt } from "#lib/attempts/read/current-attempt";
import { examTime } from "#lib/attempts/write/clock-watch";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { endsAtLine } from "#lib/dates/ends-at";
import { database } from "#lib/db/current";
import { clockEnd, currentSection, isOver, openPositions } from "#lib/exam/attempt";
import { languageMarks } from "#lib/exam/language-marks";
import { examWords, examWordsOf } from "#lib/settings/read/current-words";
import { MissingPage, missingMetadata } from "../../../missing-page.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const attempt = await currentAttempt((await params).id);
  if (attempt === null) return missingMetadata();
  const t = await examWords(attempt.examLanguage);
  return { title: t("submit.pageTitle", { exam: attempt.examTitle }) };
}

export default async function ReviewPage({ params }: Props) {
  const { id } = await params;
  const review = await getReview(database(), await currentViewer(), id);
  if (review === null) return <MissingPage />;
  const { attempt, map } = review;
  const { examLanguage } = attempt;
  const t = await examWords(examLanguage);
  const { sitting, finishedAt, plan } = attempt;
  const now = examTime();
  if (finishedAt !== null || isOver(sitting, now)) redirect(`/attempts/${id}/result`);
  const { from, to } = openPositions(sitting, now);
  const index = currentSection(sitting, now);
  const isStudy = plan.reveal === "at-once";
  const isLast = index >= sitting.sections.length - 1;
  return (
    <GiveWords words={await examWordsOf(examLanguage, "timer", "submit")}>
      <ExamFrame words={t}>
        <div className="item" data-exam={isStudy ? undefined : ""}>
          <ItemHead
            title={<span {...languageMarks(examLanguage)}>{attempt.examTitle}</span>}
            heading={t("submit.title")}
            progress={null}
            clockLine={endsAtLine(t, clockEnd(sitting, now), now)}
          />
          <div className="item-notices">
            <TimeIsUp />
            <SaveNotices />
          </div>
          <div>
            <ReviewList
              attemptId={id}
              map={map.filter(({ position }) => from <= position && position <= to)}
              isStudy={isStudy}
            />
            {isLast ? (
              <SubmitForm
                action={submitAttemptAction}
                attemptId={id}
                button={t(isStudy ? "submit.endSession" : "submit.submitExam")}
              >
                {t(isStudy ? "submit.onlyChecked" : "submit.noWayBack")}
              </SubmitForm>
            ) : (
              <SubmitForm action={closeSectionAction} attemptId={id} button={t("submit.closeSection")} section={index}>
                {t("submit.sectionIsLast", {
                  section: sitting.sections[index]?.title ?? "",
                  next: sitting.sections[index + 1]?.title ?? "",
                })}
              </SubmitForm>
            )}
          </div>
        </div>
      </ExamFrame>
    </GiveWords>
  );
}
