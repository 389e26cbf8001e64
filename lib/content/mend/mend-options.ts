import type { Mend } from "./mend.ts";
import { type Line, lineAt, type TextEdit, withoutLine } from "./text-edit.ts";

const task = /^([ \t]*)([-*+]) \[[ xX]\] /;

/** An option without a text at the end of its list: no letter of another option changes when it goes. */
export const emptyEntry: Mend = {
  edits: ({ text, line }) => {
    const next = text.slice(line.to).trimStart();
    return /^[ \t]*[-*+] \[ ?\][ \t]*$/.test(line.text) && !/^[-*+] \[/.test(next) ? [withoutLine(text, line)] : [];
  },
};

const box =
  /^[ \t]*(?:[-*+–—•‣·][ \t\u00a0]*)?[[［][ \t\u00a0]{0,3}([xX✓✔✅☑√]?)[ \t\u00a0]{0,3}[\]］](?!\()[ \t\u00a0]*(?=\S)/u;

/** A box with its spaces and its bullet, like the other options. */
export const boxMeant: Mend = {
  renames: true,
  edits: ({ text, line }) => {
    const [written, mark] = box.exec(line.text) ?? [];
    if (written === undefined) return [];
    const [, indent = "", bullet = "-"] =
      text
        .split("\n")
        .map((each) => task.exec(each))
        .find(Boolean) ?? [];
    return [{ from: line.from, to: line.from + written.length, text: `${indent}${bullet} [${mark ? "x" : " "}] ` }];
  },
};

/** An entry without a box, where the question has one key by its own words: so this is none. */
export const boxMissing: Mend = {
  edits: ({ text, line, problem }) => {
    // An empty line between it and the options: it may be an entry of the stem.
    const rest = linesWhile(text, problem.place.line, (each) => !/^[ \t]*[-*+] \[/.test(each));
    const isOfStem = rest.some((each) => each.text.trim() === "") && !/^[ \t]*[-*+] \[/m.test(text.slice(0, line.from));
    if (isOfStem) return [];
    const isCertain = /^kind:[ \t]*single[ \t]*$/m.test(text) && text.match(/^[ \t]*[-*+] \[[xX]\] /gm)?.length === 1;
    const bullet = /^[ \t]*[-*+] /.exec(line.text)?.[0];
    const at = line.from + (bullet?.length ?? 0);
    return isCertain && bullet !== undefined ? [{ from: at, to: at, text: "[ ] " }] : [];
  },
};

/** Options that were indented by accident. */
export const outdented: Mend = {
  edits: ({ text, line, problem }) => {
    const own = indentOf(line.text);
    const outer = linesBefore(text, problem.place.line)
      .map(indentOfTask)
      .findLast((indent) => indent !== null && indent < own);
    if (outer === undefined || outer === null) return [];
    return linesWhile(text, problem.place.line, (each) => each.trim() === "" || indentOf(each) >= own)
      .filter((each) => each.text.trim() !== "")
      .map(({ from }) => ({ from, to: from + own - outer, text: "" }));
  },
};

/** One list of options: with one bullet, and with comments indented that would end it. */
export const oneList: Mend = {
  edits: ({ text, line, problem }) => {
    const before = linesBefore(text, problem.place.line);
    const last = before.findLastIndex((each) => task.test(each));
    const bullet = task.exec(before[last] ?? "")?.[2];
    if (bullet === undefined) return [];
    const between = before.slice(last + 1);
    if (between.every((each) => each.trim() === "" || /^[ \t]/.test(each)) && !line.text.trimStart().startsWith(bullet))
      return linesWhile(text, problem.place.line, (each) => !each.startsWith("## ")).flatMap((each) =>
        bulletEdit(each, bullet),
      );
    const first = between.findIndex((each) => each.startsWith("<!--"));
    const comment = between.slice(first);
    if (first < 0 || !/^<!--[\s\S]*-->$/.test(comment.join("\n").trim())) return [];
    return comment.flatMap((each, index): readonly TextEdit[] => {
      const { from } = lineAt(text, last + 2 + first + index);
      return each.trim() === "" ? [] : [{ from, to: from, text: "  " }];
    });
  },
};

/** Letters and numbers of the options' own, which the checker found to be those of their places. */
export const labels: Mend = {
  renames: true,
  edits: ({ text, problem }) =>
    linesWhile(text, problem.place.line, (each) => !each.startsWith("## ")).flatMap((each): readonly TextEdit[] => {
      const [whole, head = ""] = /^([ \t]*[-*+] \[[ xX]\] )\(?(?:[A-Za-z]|\d{1,2})[.):][ \t]+/.exec(each.text) ?? [];
      const from = each.from + head.length;
      return whole === undefined ? [] : [{ from, to: each.from + whole.length, text: "" }];
    }),
};

/** "2.Two" as a step. */
export const spaceAfterNumber: Mend = {
  edits: ({ line }) => {
    const number = /^\s*\d{1,3}[.)](?=\S)/.exec(line.text)?.[0].length;
    return number === undefined ? [] : [{ from: line.from + number, to: line.from + number, text: " " }];
  },
};

function bulletEdit({ from, text }: Line, bullet: string): readonly TextEdit[] {
  const [, indent, own] = task.exec(text) ?? [];
  if (indent === undefined || own === bullet) return [];
  return [{ from: from + indent.length, to: from + indent.length + 1, text: bullet }];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function indentOfTask(line: string): number | null {
  return task.test(line) ? indentOf(line) : null;
}

function linesBefore(text: string, number: number): readonly string[] {
  return text.split("\n").slice(0, number - 1);
}

/** The lines from `number` on, up to the first for which `goesOn` is false. */
function linesWhile(text: string, number: number, goesOn: (line: string) => boolean): readonly Line[] {
  const count = text.split("\n").length;
  const lines: Line[] = [];
  for (let at = number; at <= count; at += 1) {
    const line = lineAt(text, at);
    if (!goesOn(line.text)) break;
    lines.push(line);
  }
  return lines;
}
