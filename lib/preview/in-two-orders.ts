import { type Disclosed, discloseSecret } from "#lib/exam/disclosure";
import { presentQuestion, presentSecret, type ShownQuestion, type ShownSecret } from "#lib/exam/presentation";
import type { Question, Secret } from "#lib/exam/question";

export interface Shown {
  readonly question: ShownQuestion;
  readonly secret: ShownSecret;
}

/** Orders of a few options are often the same: at most this number of learners is tried to find two that differ. */
const mostLearners = 20;

/**
 * A question with its key as two learners see it, in two orders of its options where it has more than one. For those who may
 * see the key without an answer of their own: its author, and everybody who has the files.
 */
export function inTwoOrders({ public: part, secret }: Question, language?: string | null): readonly [Shown, Shown] {
  const open = openForAuthors(secret);
  const show = (learner: number): Shown => {
    const question = presentQuestion(part, `preview ${learner}`, language);
    const order = question.options.map(({ id }) => id);
    return { question, secret: presentSecret(open, order, { answer: null, points: 0 }, language) };
  };
  const orderOf = ({ question }: Shown) => question.options.map(({ id }) => id).join();
  const first = show(0);
  const others = Array.from({ length: mostLearners }, (_, i) => show(i + 1));
  return [first, others.find((other) => orderOf(other) !== orderOf(first)) ?? (others[0] as Shown)];
}

function openForAuthors(secret: Secret): Disclosed<Secret> {
  return discloseSecret(secret, { answered: true, inRunningExam: false }) as Disclosed<Secret>;
}
