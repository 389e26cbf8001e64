import { createHash } from "node:crypto";
import { applyPatch, formatPatch, OMIT_HEADERS, reversePatch, structuredPatch } from "diff";

/** Two states of one file, each with its byte order mark and its line endings. */
export interface FileChange {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Git's hash of the bytes of a file. */
export function blobName(text: string): string {
  const bytes = Buffer.from(text);
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** A patch for `git apply`, which names the states before and after it. `about`: lines that precede it. */
export function gitPatch({ path, before, after }: FileChange, about: readonly string[] = []): string {
  const patch = { ...structuredPatch(`a/${path}`, `b/${path}`, before, after), isGit: true };
  const [head = "", ...rest] = formatPatch(patch).split("\n");
  return [...about, head, `index ${blobName(before)}..${blobName(after)} 100644`, ...rest].join("\n");
}

/** The visible part of a change: the changed lines and those around them, each with its sign. */
export function hunksOf(before: string, after: string): string {
  return formatPatch(structuredPatch("", "", before, after, undefined, undefined, { context: 3 }), OMIT_HEADERS);
}

/** Whether a file that is now `shown` contains the change, whatever else has changed in it. */
export function holdsChange(shown: string, { before, after }: Pick<FileChange, "before" | "after">): boolean {
  const [now, was, wanted] = [shown, before, after].map(withPlainEnds) as [string, string, string];
  if (now === was) return false;
  return applyPatch(now, reversePatch(structuredPatch("a", "b", was, wanted))) !== false;
}

/** Whether the change can still be applied to a file that is now `shown`. */
export function takesChange(shown: string, { before, after }: Pick<FileChange, "before" | "after">): boolean {
  return applyPatch(shown, structuredPatch("a", "b", before, after), { autoConvertLineEndings: false }) !== false;
}

function withPlainEnds(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}
