import type { Secret } from "./question.ts";

declare const disclosed: unique symbol;

/** A secret that may be shown. Only `discloseSecret` creates one, so forgetting the check is a type error. */
export type Disclosed<T> = T & { readonly [disclosed]: true };

/** What is known about one viewer and one question. */
export interface Standing {
  /** The viewer has committed an answer to it, in this attempt or any other. */
  readonly answered: boolean;
  /** It is part of an unfinished exam of this viewer that reveals nothing before the end. */
  readonly inRunningExam: boolean;
}

/** The disclosure rule: only after the viewer's own answer, and not while an exam that asks the question is in progress. */
export function mayDisclose(standing: Standing): boolean {
  return standing.answered && !standing.inRunningExam;
}

/** Marks the secret of a question as fit to be shown, or refuses. */
export function discloseSecret(secret: Secret, standing: Standing): Disclosed<Secret> | null {
  return mayDisclose(standing) ? (secret as Disclosed<Secret>) : null;
}
