import type { ReactNode } from "react";
import { Clock } from "#components/attempt/clock";
import { ItemForm } from "#components/attempt/item-form";
import { QuestionMap } from "#components/attempt/question-map";
import { AnswerInput } from "#components/question/answer-input";
import { Explanation } from "#components/question/explanation";
import { Stem } from "#components/question/stem";
import { Button } from "#components/ui/button";
import { itemAction } from "#lib/attempts/actions";
import type { ItemView } from "#lib/attempts/queries";

type ItemScreenProps = { item: ItemView; now: Date; children: ReactNode };

/** One item of a running attempt: the question, the ways on, and after disclosure the explanation and the thread. */
export function ItemScreen({ item, now, children }: ItemScreenProps) {
  const { attempt, position, question, marks, secret, map } = item;
  const isStudy = attempt.plan.reveal === "at-once";
  return (
    <ItemForm
      action={itemAction}
      attemptId={attempt.id}
      position={position}
      kind={question.kind}
      select={question.select}
      count={map.length}
      versions={marks.versions}
      elapsedMs={marks.elapsedMs}
      isOpen={secret === null}
      serverNow={now.toISOString()}
      aside={<QuestionMap map={map} current={position} />}
      status={<Clock deadlineAt={attempt.deadlineAt?.toISOString() ?? null} serverNow={now.toISOString()} />}
      after={children}
    >
      <p className="text-sm text-muted">{attempt.examTitle}</p>
      <h1 className="mt-1 text-lg font-semibold tabular-nums">
        Question {position} of {map.length}
      </h1>
      <Stem question={question} />
      <AnswerInput question={question} marks={marks} secret={secret} />
      <div className="mt-6 flex flex-wrap gap-3">
        {isStudy && secret === null ? (
          <Button name="intent" value="check" look="primary">
            Check answer
          </Button>
        ) : null}
        <Button name="intent" value="next" look={isStudy && secret === null ? "plain" : "primary"}>
          Next
        </Button>
        <Button name="intent" value="previous" disabled={position === 1}>
          Previous
        </Button>
        <Button
          name="intent"
          value="flag"
          aria-pressed={marks.flagged}
          className="aria-pressed:bg-flag-soft aria-pressed:text-flag aria-pressed:border-flag"
        >
          Flag
        </Button>
        {isStudy && secret === null ? (
          <Button name="intent" value="dont-know" look="quiet">
            I don’t know
          </Button>
        ) : null}
        <span className="flex-1" />
        <Button name="intent" value="finish" look="quiet">
          Finish
        </Button>
      </div>
      {secret === null ? null : (
        <Explanation secret={secret} questionPath={`/exams/${attempt.examSlug}/questions/${item.location.name}`} />
      )}
    </ItemForm>
  );
}
