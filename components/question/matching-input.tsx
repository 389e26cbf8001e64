import { AnswerGroup } from "#components/question/answer-group";
import type { AnswerInputProps } from "#components/question/answer-input";
import { Verdict } from "#components/question/verdict";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

/** "Match each quantity to its unit.", with the headings of the two columns. */
function matchLine(t: Words, columns: readonly [string, string] | null): string {
  const [left, right] = columns ?? ["", ""];
  if (left === "" || right === "") return t("question.match");
  return t("question.matchColumns", { left: left.toLowerCase(), right: right.toLowerCase() });
}

/** Entries to be paired: beside each a native list of the partners. */
export function MatchingInput({ question, marks, secret, stemId }: AnswerInputProps) {
  const t = useWords();
  const answer = secret?.answer ?? marks.answer;
  const pairs = answer?.kind === "matching" ? answer.pairs : {};
  const key = secret?.key.kind === "matching" ? secret.key.pairs : null;
  const nameOf = (id: string | undefined) =>
    question.options.find((option) => option.id === id)?.text ?? t("question.noPartner");
  return (
    <AnswerGroup stemId={stemId} how={secret === null ? matchLine(t, question.columns) : null}>
      <ul className="mt-3 grid gap-2.5">
        {question.prompts.map((prompt) => (
          <li
            key={prompt.id}
            data-is={key === null ? undefined : pairs[prompt.id] === key[prompt.id] ? "key" : "wrong"}
            className="part grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-[repeat(2,minmax(0,1fr))] sm:items-center"
          >
            <div className="prose" dangerouslySetInnerHTML={{ __html: prompt.html }} />
            <select
              name={`pair:${prompt.id}`}
              defaultValue={pairs[prompt.id] ?? ""}
              disabled={secret !== null}
              aria-label={t("question.partnerOf", { text: prompt.text })}
              className="min-h-11 w-full min-w-0 rounded-lg border border-edge bg-paper px-2"
            >
              <option value="">–</option>
              {question.options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.letter}. {option.text}
                </option>
              ))}
            </select>
            {key === null ? null : (
              <Verdict
                yours={answer?.kind === "matching" ? nameOf(pairs[prompt.id]) : null}
                right={nameOf(key[prompt.id])}
              />
            )}
          </li>
        ))}
      </ul>
    </AnswerGroup>
  );
}
