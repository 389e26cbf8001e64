import type { ShownQuestion } from "#lib/exam/presentation";
import type { Words } from "#lib/messages/words";

/**
 * Gives the fields of an order or a matching more ways to be filled, by code that is loaded only where such a question is
 * shown. Where it cannot be had, as in an exam without network, the fields do.
 */
export function offerMoreWays(form: HTMLFormElement | null, { kind, options }: ShownQuestion, t: Words): void {
  if (kind === "ordering" || kind === "matching")
    void import("./ways.ts").then(
      ({ ways }) => form && ways[kind](form, options, t),
      () => undefined,
    );
}
