import { AnswerInput } from "#components/question/answer-input";
import { Explanation, keyWords } from "#components/question/explanation";
import { Stem } from "#components/question/stem";
import { blankMarks } from "#lib/exam/entries";
import type { ShownQuestion, ShownSecret } from "#lib/exam/presentation";
import { useWords } from "#words";

type PreviewedQuestionProps = { title: string; id: string; question: ShownQuestion; secret: ShownSecret };

/** A question with its key, in the order of one learner. */
export function PreviewedQuestion({ title, id, question, secret }: PreviewedQuestionProps) {
  const t = useWords();
  return (
    <section aria-labelledby={`${id}-title`} className="min-w-0">
      <h2 id={`${id}-title`} className="text-sm font-semibold text-muted">
        {title}
      </h2>
      <Stem question={question} id={id} />
      <AnswerInput question={question} marks={blankMarks} secret={secret} stemId={id} />
      <Explanation secret={secret} questionPath={null} heading={keyWords(t, secret) ?? t("preview.keyMarked")} />
    </section>
  );
}
