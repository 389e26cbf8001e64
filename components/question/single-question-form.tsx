import { AnswerInput } from "#components/question/answer-input";
import { Stem } from "#components/question/stem";
import { WithheldNote } from "#components/question/withheld-note";
import { Button } from "#components/ui/button";
import { answerQuestionAction } from "#lib/attempts/actions";
import type { QuestionPageView } from "#lib/attempts/question-page";
import { blankMarks } from "#lib/exam/entries";
import { CheckForm } from "./check-form.tsx";

type SingleQuestionFormProps = { examSlug: string; name: string; view: QuestionPageView };

/** A question on its own page: answered and checked in one step. */
export function SingleQuestionForm({ examSlug, name, view }: SingleQuestionFormProps) {
  const { question, secret, isWithheld, retired } = view;
  return (
    <CheckForm action={answerQuestionAction} select={question.select} isOpen={secret === null && !isWithheld}>
      <input type="hidden" name="exam" value={examSlug} />
      <input type="hidden" name="question" value={name} />
      <input type="hidden" name="kind" value={question.kind} />
      <Stem question={question} />
      <AnswerInput question={question} marks={blankMarks} secret={secret} />
      {isWithheld ? <WithheldNote /> : null}
      {secret !== null || isWithheld || retired ? null : (
        <div className="mt-6 flex flex-wrap gap-3">
          <Button name="intent" value="check" look="primary">
            Check answer
          </Button>
          <Button name="intent" value="dont-know" look="quiet">
            I don’t know
          </Button>
        </div>
      )}
    </CheckForm>
  );
}
