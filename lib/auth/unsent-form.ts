import { headers } from "next/headers";
import type { Viewer } from "./viewer.ts";

/** A form that could not be sent because the session of its writer had ended. */
export interface UnsentForm {
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** What its writer typed, to be read again. */
  readonly texts: readonly string[];
  /** The server action that takes the form again. */
  readonly again: (form: FormData) => void;
  /** Whether it came from the page that had kept it. */
  readonly isAgain: boolean;
}

/** The field that marks a form which comes from the page that had kept it. */
const unsentField = "unsent";

/** By the headers of its request: the action and the page that answers a form without script are one request. */
const kept = new WeakMap<object, UnsentForm>();

/**
 * Keeps a form that came without script after its session had ended: the page that answers it contains it and leads to
 * signing in (see app/layout.tsx). When its writer is back, that page sends it to `again`, and it is kept once more for
 * the form where it was written. True if so: then the action has nothing else to do. With script the form is on the
 * screen still. Only in actions.
 */
export async function keepUnsent(
  { member }: Viewer,
  form: FormData,
  texts: readonly string[],
  again: UnsentForm["again"],
): Promise<boolean> {
  const sent = await headers();
  const isAgain = form.has(unsentField);
  if (sent.has("next-action") || (member !== null && !isAgain)) return false;
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === "string" && name !== unsentField ? [[name, value] as const] : [],
  );
  kept.set(sent, { fields, texts: texts.filter((text) => text.trim() !== ""), again, isAgain });
  return true;
}

/** What the action of this request could not send; null if there is none. */
export async function unsentForm(): Promise<UnsentForm | null> {
  return kept.get(await headers()) ?? null;
}

/** Its fields as they were sent; null if there is none. */
export async function unsentFields(): Promise<FormData | null> {
  const unsent = await unsentForm();
  if (unsent === null) return null;
  const form = new FormData();
  for (const [name, value] of unsent.fields) form.append(name, value);
  return form;
}
