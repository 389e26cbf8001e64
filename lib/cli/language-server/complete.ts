import { parseDraft } from "#lib/content/parse-draft";
import { questionFrontMatter } from "#lib/content/read/front-matter";
import type { OpenBank } from "./open-bank.ts";

/** What can be written in place of the last `length` characters before the cursor. */
export interface Completion {
  readonly length: number;
  readonly entries: readonly { readonly text: string; readonly about: string }[];
}

const nothing: Completion = { length: 0, entries: [] };

/** Completes `text` (of the content file `file`, with `\n` as line end) at `offset`. */
export function complete(bank: OpenBank, file: string, text: string, offset: number): Completion {
  const before = text.slice(0, offset);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const isFront = before.startsWith("---\n") && !/\n---[ \t]*\n/.test(before);
  return isFront ? inFrontMatter(bank, file, line) : inBody(bank, file, text, line);
}

function inFrontMatter(bank: OpenBank, file: string, line: string): Completion {
  const context = bank.contextOf(file);
  const value = (key: string) => new RegExp(`^${key}:[ \\t]*["']?([\\w-]*)$`).exec(line)?.[1];
  const offer = (typed: string, texts: Iterable<string>, about: string): Completion => ({
    length: typed.length,
    entries: [...texts].map((text) => ({ text, about })),
  });
  const domain = value("domain");
  if (domain !== undefined) return offer(domain, context.domains ?? [], "domain of exam.md");
  const name = value("case");
  if (name !== undefined) return offer(name, context.cases.keys(), "case");
  const tag = /^tags:[ \t]*\[(?:[^\]]*,)?[ \t]*([\w -]*)$/.exec(line)?.[1];
  if (tag !== undefined) return offer(tag, bank.tagsBeside(file), "tag of this exam");
  const { shape } = questionFrontMatter;
  for (const key of ["kind", "difficulty"] as const) {
    const typed = value(key);
    if (typed !== undefined) return offer(typed, shape[key].unwrap().options, key);
  }
  if (!/^\w*$/.test(line)) return nothing;
  const keys = Object.entries(shape).map(([key, { description }]) => ({ text: `${key}: `, about: description ?? "" }));
  return { length: line.length, entries: keys };
}

function inBody(bank: OpenBank, file: string, text: string, line: string): Completion {
  const image = /!\[[^\]]*\]\(([^()\s]*)$/.exec(line)?.[1];
  if (image !== undefined)
    return { length: image.length, entries: bank.imagesBeside(file).map((path) => ({ text: path, about: "image" })) };
  const letter = /\{(?:[A-Z], )*[A-Z]?$/.exec(line)?.[0];
  if (letter === undefined) return nothing;
  const options = parseDraft(file, text).draft?.options ?? [];
  const typed = /[A-Z]$/.test(letter) ? 1 : 0;
  const entries = options.map((option, index) => ({ text: `${String.fromCharCode(65 + index)}}`, about: option.text }));
  return { length: typed, entries };
}
