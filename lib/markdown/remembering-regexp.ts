import { defaultJavaScriptRegexConstructor } from "shiki/engine/javascript";

/**
 * A grammar's regular expression that remembers its last search. The lists of expressions that a grammar tries overlap,
 * and each token of a line tries another list. Without a memory, the same expressions search the same line again and
 * again.
 */
class RememberingRegExp extends RegExp {
  private readonly inner: RegExp;
  private text: string | null = null;
  private from = 0;
  private found: RegExpExecArray | null = null;

  constructor(inner: RegExp) {
    super("");
    this.inner = inner;
  }

  /** Reads `lastIndex` but does not change it. */
  override exec(text: string): RegExpExecArray | null {
    const start = this.lastIndex;
    const isKnown = this.text === text && this.from <= start && (this.found === null || this.found.index >= start);
    if (isKnown) return this.found;
    this.inner.lastIndex = start;
    this.found = this.inner.exec(text);
    this.text = text;
    this.from = start;
    return this.found;
  }
}

/** Creates Shiki's expressions, each with a memory, unless its result depends on where the search begins. */
export function rememberingRegExp(pattern: string): RegExp {
  const made = defaultJavaScriptRegexConstructor(pattern);
  const { strategy } = "rawOptions" in made ? (made.rawOptions as { readonly strategy?: unknown }) : {};
  return made.sticky || strategy ? made : new RememberingRegExp(made);
}
