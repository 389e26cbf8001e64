import type { z } from "zod";
import { problemsByField } from "#lib/messages/form-problems";

/** What can be wrong with a field of the forms of accounts. Each is `field.problem-…` in the catalogue. */
export const fieldProblems = [
  "email",
  "name-short",
  "name-long",
  "name-unseen",
  "name-unreadable",
  "name-marks",
  "name-reserved",
  "name-like-staff",
  "password-missing",
  "password-short",
  "password-long",
  "password-own",
  "password-few-characters",
  "password-common",
  "code-missing",
  "passkey-name-missing",
  "passkey-name-long",
  "passkey-missing",
  "unseen",
] as const;
export type FieldProblem = (typeof fieldProblems)[number] | "not-understood";

/** Names a problem, instead of a schema's message. */
export const says = (problem: (typeof fieldProblems)[number]) => problem;

/** What is wrong with each field of a form. */
export type FieldProblems = Readonly<Record<string, readonly FieldProblem[] | undefined>>;

/** What a schema found wrong with each field. */
export function fieldProblemsOf(error: z.ZodError): FieldProblems {
  return problemsByField(error, fieldProblems);
}
