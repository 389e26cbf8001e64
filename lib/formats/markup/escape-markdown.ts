/**
 * Plain text as Markdown that reads the same: what Markdown would take for markup gets a backslash, and nothing more,
 * so that `snake_case` and `2 * 3` stay as they are.
 */
export function escapeMarkdown(text: string): string {
  return text.split("\n").map(escapeLineStart).join("\n");
}

/** The same for a piece of a line. */
export function escapeInline(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|\n|$)/g, "\\\\")
    .replace(/`/g, "\\`")
    .replace(/\*+|_+|~+/g, escapeRun)
    .replace(/\[/g, /\][([:]/.test(text) ? "\\[" : "[")
    .replace(/<(?=[A-Za-z/!?])/g, "\\<")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/\$/g, "\\$")
    .replace(/\{(?=[A-Z]\})/g, "\\{");
}

/** Stars, tildes and underscores between spaces, and underscores within words, are no emphasis. */
function escapeRun(run: string, at: number, text: string): string {
  const before = text[at - 1] ?? " ";
  const after = text[at + run.length] ?? " ";
  const isFree = /\s/.test(before) && /\s/.test(after) && run.length !== text.trim().length;
  const isInWord = run.startsWith("_") && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  return isFree || isInWord ? run : run.replace(/./g, "\\$&");
}

function escapeLineStart(line: string): string {
  return escapeInline(line.replace(/^[ \t]{4,}|^\t/, (indent) => (line.trim() === "" ? indent : "   ")))
    .replace(/^(\s*)([#>+*-])(?=\s|#|$|-)/, "$1\\$2")
    .replace(/^(\s*)>/, "$1\\>")
    .replace(/^(\s*)(\d{1,9})([.)])(?=\s|$)/, "$1$2\\$3")
    .replace(/^(\s*)(=+\s*)$/, "$1\\$2")
    .replace(/^(\s*)\|/, "$1\\|");
}

/** Markdown of one line that is beside a box or in a cell, so that it begins no block elsewhere either. */
export function escapeLead(markdown: string): string {
  const text = markdown.trim();
  if (text.includes("\n")) return markdown;
  return text
    .replace(/^(#|(?:[-+*]\s*){3,}$|[-+*](?=\s)|>|=+$|[`~]{3})/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s)/, "$1\\$2");
}
