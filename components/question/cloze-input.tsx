import { AnswerGroup } from "#components/question/answer-group";
import type { AnswerInputProps } from "#components/question/answer-input";
import { AnswerPart, pairsOf } from "#components/question/answer-part";
import { blankWord } from "#lib/exam/kinds/kind";
import { useWords } from "#words";

/** A text with a native list of options in each of its blanks. */
export function ClozeInput({
  question: { clozeHtml = "", options, marks: language },
  marks,
  secret,
  stemId,
}: AnswerInputProps) {
  const t = useWords();
  const given = pairsOf(secret?.answer ?? marks.answer);
  const key = pairsOf(secret?.key);
  const blank = t("question.blank");
  const nameOf = (id: string | undefined) => options.find((option) => option.id === id)?.text ?? t("question.noChoice");
  // An id occurs only once in the text: at its option.
  const html = Object.values(given ?? {}).reduce(
    (text, id) => text.replace(`"${id}"`, "$& selected"),
    clozeHtml.replaceAll(blankWord, blank),
  );
  return (
    <AnswerGroup stemId={stemId} how={key === null ? t("question.fillBlanks") : null}>
      <div className="prose cloze" dangerouslySetInnerHTML={{ __html: html }} />
      {key === null ? null : (
        <ol>
          {Object.keys(key).map((id) => (
            <AnswerPart key={id} marks={language} yours={given && nameOf(given[id])} right={nameOf(key[id])}>
              {blank} {id}
            </AnswerPart>
          ))}
        </ol>
      )}
    </AnswerGroup>
  );
}
