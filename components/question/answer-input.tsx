import { MatchingInput } from "#components/question/matching-input";
import { OptionList } from "#components/question/option-list";
import { OrderingInput } from "#components/question/ordering-input";
import { ValueInput } from "#components/question/value-input";
import type { ItemMarks } from "#lib/exam/entries";
import type { ShownQuestion, ShownSecret } from "#lib/exam/presentation";

export type AnswerInputProps = {
  question: ShownQuestion;
  marks: ItemMarks;
  secret: ShownSecret | null;
  /** Whether the form keeps which options are ruled out: elsewhere such a button would send the answer. */
  mayRuleOut?: boolean;
};

/** The fields of an answer, by the kind of the question; read-only once the key is shown. */
export function AnswerInput(props: AnswerInputProps) {
  switch (props.question.kind) {
    case "single":
    case "multiple":
      return <OptionList {...props} />;
    case "ordering":
      return <OrderingInput {...props} />;
    case "matching":
      return <MatchingInput {...props} />;
    default:
      return <ValueInput {...props} />;
  }
}
