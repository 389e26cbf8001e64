import { fencedLines } from "#lib/markdown/code-spans";
import { isTask } from "./task-list.ts";

/** More are no slip. */
const mostFences = 50;

/**
 * `lines` in which a block of code that is never closed ends before the next heading or box, and what to tell of it: on a Git
 * host it would swallow every question behind it.
 */
export function closeFences(lines: readonly string[]): { lines: readonly string[]; notices: readonly string[] } {
  const notices: string[] = [];
  let closed = [...lines];
  for (let tries = 0; tries < mostFences; tries += 1) {
    const fenced = fencedLines([...closed, ""]);
    if (!fenced.at(-1)) break;
    const open = fenced.lastIndexOf(false) + 1;
    const next = closed.findIndex((line, index) => index > open && (/^#{2,6}\s+\S/.test(line) || isTask(line)));
    if (next < 0) break;
    const fence = /[`~]{3,}/.exec(closed[open] ?? "")?.[0] ?? "```";
    const isBlank = (closed[next - 1] ?? "").trim() === "";
    closed = isBlank ? closed.with(next - 1, fence) : closed.toSpliced(next, 0, fence);
    notices.push(
      `line ${open + 1} begins a block of code that is never closed; it was taken to end before line ${next + 1}`,
    );
  }
  return { lines: closed, notices: [...notices, ...suspicious(closed)] };
}

/** Blocks of code with boxes and headings in them: perhaps questions. */
function suspicious(lines: readonly string[]): readonly string[] {
  const fenced = fencedLines(lines);
  const box = lines.findIndex((line, index) => fenced[index] && isTask(line));
  const heading = lines.findIndex((line, index) => fenced[index] && /^#{2,6}\s+\S/.test(line));
  if (box < 0 || heading < 0) return [];
  return [`line ${box + 1} is a box within a block of code; it was read as code: is a fence before it not closed?`];
}
