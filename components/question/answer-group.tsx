import type { ReactNode } from "react";

type AnswerGroupProps = {
  /** The element that holds the question, which names the group. */
  stemId: string;
  /** How to answer; null once the key is shown. */
  how: string | null;
  children: ReactNode;
};

/** The fields of an answer as one group, named by the question; they cannot be changed once the key is shown. */
export function AnswerGroup({ stemId, how, children }: AnswerGroupProps) {
  return (
    <div className="answer-frame">
      <fieldset
        disabled={how === null}
        aria-labelledby={stemId}
        aria-describedby={how === null ? undefined : `${stemId}-how`}
        className="answer-group"
      >
        {how === null ? null : (
          <p id={`${stemId}-how`} className="text-sm text-muted">
            {how}
          </p>
        )}
        {children}
      </fieldset>
    </div>
  );
}
