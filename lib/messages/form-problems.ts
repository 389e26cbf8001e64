import type { z } from "zod";

/** What a schema says in place of a message, where it knows one of these; anything else comes from no form of ours. */
type Problem<Code> = Code | "not-understood";

/** What is wrong with each field, as codes that the page puts into words. */
export function problemsByField<Code extends string>(
  { issues }: z.ZodError,
  known: readonly Code[],
): Readonly<Record<string, readonly Problem<Code>[] | undefined>> {
  const fields: Record<string, Problem<Code>[]> = {};
  for (const { path, message } of issues) {
    const field = String(path[0] ?? "");
    fields[field] = [...new Set([...(fields[field] ?? []), codeOf(message, known)])];
  }
  return fields;
}

/** The same for a form that shows one problem at a time. */
export function firstProblem<Code extends string>({ issues }: z.ZodError, known: readonly Code[]): Problem<Code> {
  return codeOf(issues[0]?.message, known);
}

function codeOf<Code extends string>(message: string | undefined, known: readonly Code[]): Problem<Code> {
  return known.find((code) => code === message) ?? "not-understood";
}
