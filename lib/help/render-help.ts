import { renderMarkdown } from "#lib/markdown/render-markdown";
import type { Words } from "#lib/messages/words";
import { helpSections } from "./sections.ts";

export interface RenderedSection {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

/** The help for learners as safe HTML. Throws when a text is not Markdown that we accept, which is a bug. */
export function renderHelp(t: Words): readonly RenderedSection[] {
  return helpSections(t).map(({ id, title, markdown }) => {
    const rendered = renderMarkdown(markdown);
    if (!rendered.ok) throw new Error(`The help section "${id}" was refused: ${rendered.refusal.reason}`);
    return { id, title, html: rendered.html };
  });
}
