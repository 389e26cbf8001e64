import type { ShownQuestion } from "#lib/exam/presentation";
import type { Words } from "#lib/messages/words";

/**
 * Gives the fields of an ordering or a matching more ways to be filled, with code that is loaded only where such a
 * question is shown. If it cannot be loaded, as in an exam without network, the plain fields are enough.
 */
export function offerMoreWays(form: HTMLFormElement | null, { kind, options }: ShownQuestion, t: Words): void {
  if (kind === "ordering" || kind === "matching")
    void import("./ways.ts").then(
      ({ ways }) => form && ways[kind](form, options, t),
      () => undefined,
    );
}
