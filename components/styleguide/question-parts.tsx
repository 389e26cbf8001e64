import { AnswerInput } from "#components/question/answer-input";
import { DisputedNote } from "#components/question/disputed-note";
import { Explanation } from "#components/question/explanation";
import { FirstAnswerNote, firstAnswerHeading } from "#components/question/first-answer-note";
import { NewKeyNote } from "#components/question/new-key-note";
import { OwnNote } from "#components/question/own-note";
import { Stem } from "#components/question/stem";
import { WithheldNote } from "#components/question/withheld-note";
import { blankMarks } from "#lib/exam/entries";
import { type QuestionKind, questionKinds } from "#lib/exam/question";
import { useWords } from "#words";
import { notReadySentence } from "../question/not-ready-sentence.ts";
import { type SampleState, sampleOf } from "./samples.ts";
import { Part } from "./ui-parts.tsx";

const path = "/styleguide";
const firsts = [
  { state: "graded", wording: null },
  { state: "graded", wording: 1 },
  { state: "was-right", wording: 1 },
  { state: "was-wrong", wording: 1 },
  { state: "blank", wording: null },
] as const;
const reasons = ["nothing-chosen", "choose-exactly", "order-incomplete", "place-shared", "not-a-number"] as const;

/** A question of every kind in every state, and the notes around it. */
export function QuestionParts() {
  const t = useWords();
  return (
    <>
      {questionKinds.map((kind) => (
        <Part key={kind} title={`A question: ${kind}`}>
          <Kind kind={kind} />
        </Part>
      ))}
      <Part title="What is said instead of a verdict, or about it">
        <WithheldNote />
        <DisputedNote />
        <DisputedNote reason="Two sources disagree." />
        <NewKeyNote questionPath={path} />
        {firsts.map((first) => (
          <div key={`${first.state} ${first.wording}`} className="mt-4">
            <p className="font-semibold">{firstAnswerHeading(t, first) ?? "Correct"}</p>
            <FirstAnswerNote first={first} answer={null} questionPath={path} />
          </div>
        ))}
      </Part>
      <Part title="What the reader wrote about a question">
        <OwnNote
          note={{
            questionId: "",
            note: "Not C: read about this again.",
            item: null,
            letters: [{ letter: "C", text: "Three" }],
            isFlagged: true,
            madeAt: new Date(0),
          }}
        />
      </Part>
      <Part title="Why an answer cannot be checked yet">
        {reasons.map((reason) => (
          <p key={reason} className="mt-2 text-sm text-bad">
            {notReadySentence(t, reason, 2)}
          </p>
        ))}
      </Part>
    </>
  );
}

function Kind({ kind }: { kind: QuestionKind }) {
  const { question, states } = sampleOf(kind);
  return (
    <>
      <Stem question={question} id={`stem-${kind}`} />
      <div className="mt-4 grid gap-x-10 gap-y-8 lg:grid-cols-2">
        {states.map((state, i) => (
          <State key={state.title} kind={kind} state={state} id={`${kind}-${i}`} question={question} />
        ))}
      </div>
    </>
  );
}

type StateProps = {
  kind: QuestionKind;
  state: SampleState;
  id: string;
  question: ReturnType<typeof sampleOf>["question"];
};

function State({ kind, state: { title, answer, ruledOut, secret }, id, question }: StateProps) {
  return (
    <form action={path} aria-label={`${kind}: ${title}`} className="min-w-0">
      <p id={id} className="font-semibold">
        {title}
      </p>
      <AnswerInput
        question={question}
        marks={{ ...blankMarks, answer, ruledOut }}
        secret={secret}
        stemId={id}
        mayRuleOut={ruledOut.length > 0}
      />
      {secret === null ? null : <Explanation secret={secret} questionPath={path} />}
    </form>
  );
}
