"use client";

import { useEffect, useRef } from "react";
import { AnswerInput } from "#components/question/answer-input";
import { CheckForm } from "#components/question/check-form";
import { Explanation } from "#components/question/explanation";
import { FirstAnswerNote, firstAnswerHeading } from "#components/question/first-answer-note";
import { Stem } from "#components/question/stem";
import { WithheldNote } from "#components/question/withheld-note";
import { Button } from "#components/ui/button";
import { answerQuestionAction } from "#lib/attempts/actions";
import type { ShownFirstAnswer } from "#lib/attempts/read/question-page";
import { blankMarks } from "#lib/exam/entries";
import type { ShownQuestion, ShownSecret } from "#lib/exam/presentation";
import { useWords } from "#words";
import { offerMoreWays } from "./moving/more-ways.ts";
import { showVerdict } from "./show-verdict.ts";

type SingleQuestionProps = {
  examSlug: string;
  name: string;
  question: ShownQuestion;
  /** Its kind and a hash of its wording (lib/attempts/shown-stamp.ts). */
  stamp: string;
  secret: ShownSecret | null;
  first: ShownFirstAnswer | null;
  isWithheld: boolean;
  retired: boolean;
};

/**
 * A question on its own page: answered and checked in one step, then shown with its key. It gets data, because elements
 * rendered by the server would be sent a second time in the component stream.
 */
export function SingleQuestion(props: SingleQuestionProps) {
  const t = useWords();
  const { examSlug, name, question, stamp, secret, first, isWithheld, retired } = props;
  const isOpen = secret === null && !isWithheld;
  const wasOpen = useRef(isOpen);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wasOpen.current && !isOpen) showVerdict();
    wasOpen.current = isOpen;
  }, [isOpen]);

  useEffect(() => {
    if (isOpen) offerMoreWays(fields.current?.closest("form") ?? null, question, t);
  }, [isOpen, question, t]);

  const asked = (
    <div ref={fields}>
      <Stem question={question} id="stem" />
      <AnswerInput question={question} marks={blankMarks} secret={secret} stemId="stem" />
    </div>
  );
  if (secret !== null && first !== null)
    return (
      <div className="item-form">
        {asked}
        <div className="item-side">
          <Explanation secret={secret} questionPath={null} heading={firstAnswerHeading(t, first)}>
            <FirstAnswerNote
              first={first}
              answer={secret.answer}
              questionPath={`/exams/${examSlug}/questions/${name}`}
            />
          </Explanation>
        </div>
      </div>
    );
  return (
    <CheckForm action={answerQuestionAction} select={question.select}>
      <input type="hidden" name="exam" value={examSlug} />
      <input type="hidden" name="question" value={name} />
      <input type="hidden" name="kind" value={stamp} />
      {asked}
      {isWithheld ? <WithheldNote /> : null}
      {!isOpen || retired ? null : (
        <div className="check-bar">
          <Button name="intent" value="check" look="primary">
            {t("question.check")}
          </Button>
          <Button name="intent" value="dont-know" look="quiet">
            {t("question.dontKnow")}
          </Button>
        </div>
      )}
    </CheckForm>
  );
}
