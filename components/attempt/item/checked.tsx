import { Explanation, verdictLine } from "#components/question/explanation";
import { NewKeyNote } from "#components/question/new-key-note";
import type { ShownSecret } from "#lib/exam/presentation";
import { useWords } from "#words";

export { requestCheck } from "./request-check.ts";

export type CheckedProps = { secret: ShownSecret; questionPath: string; hasNewKey: boolean };

/** Beside the options, once they were checked. */
export function Checked({ secret, questionPath, hasNewKey }: CheckedProps) {
  return (
    <Explanation secret={secret} questionPath={questionPath}>
      {hasNewKey ? <NewKeyNote questionPath={questionPath} /> : null}
    </Explanation>
  );
}

/** In the bar below. */
export function VerdictLine({ secret }: Pick<CheckedProps, "secret">) {
  const t = useWords();
  return <p className={`item-word ${secret.correct ? "text-good" : "text-bad"}`}>{verdictLine(t, secret)}</p>;
}
