import type { Secret } from "./question.ts";

declare const disclosed: unique symbol;

/** What may be shown with its key. Only `discloseSecret` makes one, so forgetting the check is a type error. */
export type Disclosed<T> = T & { readonly [disclosed]: true };

/** What is known of one viewer and one question. */
export interface Standing {
  /** The viewer has committed an answer to it, in any earlier attempt or in this one. */
  readonly answered: boolean;
  /** It is part of an exam that this viewer has not finished and in which nothing is revealed before the end. */
  readonly inRunningExam: boolean;
}

/** The disclosure rule: after the viewer's own answer, and not while an exam with it is running. */
export function mayDisclose(standing: Standing): boolean {
  return standing.answered && !standing.inRunningExam;
}

/** Marks the key of a question as fit to be shown, or refuses. */
export function discloseSecret(secret: Secret, standing: Standing): Disclosed<Secret> | null {
  return mayDisclose(standing) ? (secret as Disclosed<Secret>) : null;
}
