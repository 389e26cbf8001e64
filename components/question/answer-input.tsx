import type { ComponentType } from "react";
import { ClozeInput } from "#components/question/cloze-input";
import { MatchingInput } from "#components/question/matching-input";
import { OptionList } from "#components/question/option-list";
import { OrderingInput } from "#components/question/ordering-input";
import { ValueInput } from "#components/question/value-input";
import type { ItemMarks } from "#lib/exam/entries";
import type { ShownQuestion, ShownSecret } from "#lib/exam/presentation";
import type { QuestionKind } from "#lib/exam/question";

export type AnswerInputProps = {
  question: ShownQuestion;
  marks: ItemMarks;
  secret: ShownSecret | null;
  /** The id of the element that holds the question. */
  stemId: string;
  /** Whether the form stores which options are ruled out: elsewhere, such a button would submit the answer. */
  mayRuleOut?: boolean;
};

const inputs = {
  single: OptionList,
  multiple: OptionList,
  ordering: OrderingInput,
  matching: MatchingInput,
  numeric: ValueInput,
  text: ValueInput,
  cloze: ClozeInput,
} satisfies { readonly [K in QuestionKind]: ComponentType<AnswerInputProps> };

/** The fields of an answer, by the kind of the question; read-only once the key is shown. */
export function AnswerInput(props: AnswerInputProps) {
  const Input = inputs[props.question.kind];
  return <Input {...props} />;
}
