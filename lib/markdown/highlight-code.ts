import {
  createCssVariablesTheme,
  createHighlighterCoreSync,
  type Grammar,
  type HighlighterCore,
  type LanguageRegistration,
} from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import bash from "shiki/langs/bash.mjs";
import c from "shiki/langs/c.mjs";
import csharp from "shiki/langs/csharp.mjs";
import css from "shiki/langs/css.mjs";
import diff from "shiki/langs/diff.mjs";
import docker from "shiki/langs/docker.mjs";
import go from "shiki/langs/go.mjs";
import hcl from "shiki/langs/hcl.mjs";
import html from "shiki/langs/html.mjs";
import ini from "shiki/langs/ini.mjs";
import java from "shiki/langs/java.mjs";
import javascript from "shiki/langs/javascript.mjs";
import json from "shiki/langs/json.mjs";
import powershell from "shiki/langs/powershell.mjs";
import python from "shiki/langs/python.mjs";
import rust from "shiki/langs/rust.mjs";
import shellsession from "shiki/langs/shellsession.mjs";
import sql from "shiki/langs/sql.mjs";
import terraform from "shiki/langs/terraform.mjs";
import toml from "shiki/langs/toml.mjs";
import typescript from "shiki/langs/typescript.mjs";
import xml from "shiki/langs/xml.mjs";
import yaml from "shiki/langs/yaml.mjs";
import { EncodedTokenMetadata, INITIAL } from "shiki/textmate";
import { escapeHtml } from "./escape-html.ts";
import { rememberingRegExp } from "./remembering-regexp.ts";
import { ownClock, processorMs, runWithin } from "./run-within.ts";

/** Each after the grammars that it embeds. None of them embeds any other grammar. */
export const grammars: readonly LanguageRegistration[][] = [
  [bash, shellsession, powershell, docker, yaml, json, toml, ini, hcl, terraform],
  [python, javascript, typescript, java, go, rust, c, csharp, sql],
  [html, css, xml, diff],
].flat();

/** By every name that may follow the fence. */
const grammarOf: ReadonlyMap<string, LanguageRegistration[]> = new Map(
  grammars.flatMap((grammar) => namesOf(grammar).map((name) => [name, grammar] as const)),
);

function namesOf(grammar: LanguageRegistration[]): readonly string[] {
  const own = grammar.at(-1);
  return own === undefined ? [] : [own.name, ...(own.aliases ?? [])];
}

/** A longer block is shown without colours: they would not help there, and not all grammars are linear. */
const longestBlock = 10_000;
const longestLine = 500;
const themeName = "css-variables";

/** Shiki with our theme, and the kind of token (`keyword`, `string`, …) for each of its colour numbers. */
interface Highlighter {
  readonly core: HighlighterCore;
  readonly kinds: readonly (string | undefined)[];
}

let highlighter: Highlighter | null = null;
const ready = new Set<LanguageRegistration[]>();

export interface HighlightedCode {
  readonly html: string;
  /** True if the grammar did not finish within the limit; `html` is then the code without colours. */
  readonly isStopped: boolean;
}

/**
 * `code` as the content of a `<code>` element: spans with classes `code-keyword`, `code-string`, … that markdown.css
 * colours. Unknown languages, very long blocks, and blocks that take longer than `limitMs` milliseconds stay plain: a
 * few characters can keep a grammar busy for ever. If the machine is so busy that the block did not get its processor
 * time, it is tried again, up to `mostTries` times in all.
 */
export function highlightCode(code: string, language: string, limitMs: number, mostTries: number): HighlightedCode {
  const plain = { html: escapeHtml(code), isStopped: false };
  const lines = code.split("\n");
  if (code.length > longestBlock || lines.some((line) => line.length > longestLine)) return plain;
  const registration = grammarOf.get(language.toLowerCase());
  if (registration === undefined) return plain;
  for (let tries = 1; ; tries++) {
    const grammar = prepared(registration);
    const clock = ownClock();
    const begun = processorMs(clock);
    const run = runWithin(limitMs, () => highlightLines(lines, grammar));
    if (run.ended) return { html: run.value, isStopped: false };
    // A highlighter that was stopped in the middle of its work is not used again.
    highlighter?.core.dispose();
    highlighter = null;
    ready.clear();
    const hadItsTime = processorMs(clock) - begun >= limitMs / 2;
    if (hadItsTime || tries === mostTries) return { ...plain, isStopped: true };
  }
}

/** Prepares the grammars of these languages, so that a later `highlightCode` only has to read the code. */
export function prepareLanguages(names: Iterable<string>): void {
  for (const name of names) {
    const registration = grammarOf.get(name.toLowerCase());
    if (registration !== undefined) prepared(registration);
  }
}

function highlightLines(lines: readonly string[], { grammar, kinds }: Prepared): string {
  let state = INITIAL;
  const spans = lines.map((line) => {
    if (line === "") return "";
    const { tokens, ruleStack } = grammar.tokenizeLine2(line, state);
    state = ruleStack;
    return lineHtml(line, tokens, kinds);
  });
  return spans.join("\n");
}

function makeHighlighter(): Highlighter {
  const core = createHighlighterCoreSync({
    engine: createJavaScriptRegexEngine({ forgiving: true, regexConstructor: rememberingRegExp }),
    themes: [createCssVariablesTheme({ name: themeName })],
    langs: [],
  });
  const { theme, colorMap } = core.setTheme(themeName);
  return { core, kinds: colorMap.map((color) => kindOf(theme.colorReplacements?.[color?.toLowerCase()])) };
}

interface Prepared extends Pick<Highlighter, "kinds"> {
  readonly grammar: Grammar;
}

/** Its expressions are compiled when they are first used: these lines use most of them, in every language. */
const firstLines = ["if (a == 1) { return b[0].c; }", "# let x = \"d\" + 'e' // f", "<a b='c'> key: 1 </a>"];

/** Preparing all grammars takes as long as colouring a thousand blocks, so each is loaded when it is needed. */
function prepared(registration: LanguageRegistration[]): Prepared {
  highlighter ??= makeHighlighter();
  const { core, kinds } = highlighter;
  if (!ready.has(registration)) core.loadLanguageSync(registration);
  const grammar = core.getLanguage(registration.at(-1)?.name ?? "");
  if (!ready.has(registration)) highlightLines(firstLines, { grammar, kinds });
  ready.add(registration);
  return { grammar, kinds };
}

function kindOf(color: string | undefined): string | undefined {
  const kind = /^var\(--shiki-token-([a-z]+)/.exec(color ?? "")?.[1];
  // Punctuation has the colour of the text.
  return kind === "punctuation" ? undefined : kind;
}

/** `tokens` are pairs: where a token begins, and what it is. */
function lineHtml(line: string, tokens: Uint32Array, kinds: Highlighter["kinds"]): string {
  let html = "";
  for (let index = 0; index < tokens.length; index += 2) {
    const text = escapeHtml(line.slice(tokens[index], tokens[index + 2] ?? line.length));
    const kind = kinds[EncodedTokenMetadata.getForeground(tokens[index + 1] ?? 0)];
    html += kind === undefined || text === "" ? text : `<span class="code-${kind}">${text}</span>`;
  }
  return html;
}
