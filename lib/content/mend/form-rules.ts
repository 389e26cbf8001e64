import { splitFrontMatter } from "../read/split-front-matter.ts";
import type { TextEdit } from "./text-edit.ts";

/** A matter of form: a check is silent about it, because it changes nothing of a question. */
export interface FormRule {
  readonly id: string;
  readonly description: string;
  readonly edits: (text: string) => readonly TextEdit[];
}

/** Replaces every match of `pattern`. */
const replacing =
  (pattern: RegExp, by: string | ((written: string) => string)) =>
  (text: string): readonly TextEdit[] =>
    [...text.matchAll(pattern)].map(({ 0: written, index }) => ({
      from: index,
      to: index + written.length,
      text: typeof by === "string" ? by : by(written),
    }));

/** The same below the front matter. */
const inBody =
  (edits: (text: string) => readonly TextEdit[]) =>
  (text: string): readonly TextEdit[] => {
    const start = text.length - splitFrontMatter(text).markdown.trimStart().length;
    return edits(text).filter(({ from }) => from >= start);
  };

export const formRules: readonly FormRule[] = [
  {
    id: "box-case",
    description: "A key is marked [x], with a small letter.",
    edits: inBody(replacing(/(?<=^[ \t]*[-*+] \[)X(?=\] )/gm, "x")),
  },
  {
    id: "bullet-sign",
    description: "Options begin with a hyphen.",
    edits: inBody(replacing(/(?<=^[ \t]*)[*+](?= \[[ xX]\] )/gm, "-")),
  },
  {
    id: "bullet-space",
    description: "One space stands between the hyphen and the box of an option.",
    edits: inBody(replacing(/(?<=^[ \t]*[-*+])[ \t]{2,}(?=\[[ xX]\] )/gm, " ")),
  },
  {
    id: "note-space",
    description: "A space stands behind the sign > of a note.",
    edits: inBody(replacing(/(?<=^[ \t]*>)(?=[^\s>])/gm, " ")),
  },
  {
    id: "heading-form",
    description: "The sections are headed ## Explanation and ## References, with a capital letter and nothing behind.",
    edits: inBody(
      replacing(/^##[ \t]+(?:explanation|references)[ \t]*#*[ \t]*$/gim, (written) =>
        /exp/i.test(written) ? "## Explanation" : "## References",
      ),
    ),
  },
  {
    id: "heading-space",
    description: "An empty line stands above and under the heading of a section.",
    edits: inBody((text) => [
      ...replacing(/(?<=[^\n])(?=\n## (?:Explanation|References)$)/gm, "\n")(text),
      ...replacing(/(?<=^## (?:Explanation|References)\n)(?=[^\n])/gm, "\n")(text),
    ]),
  },
  {
    id: "empty-lines",
    description: "No two empty lines follow one another.",
    edits: inBody(replacing(/(?<=\n)\n{2,}(?=[^\n])/g, "\n")),
  },
  {
    id: "line-end-space",
    description: "No space stands at the end of a line, but for a line break.",
    edits: replacing(/[ \t]+(?=\n|$)/g, ""),
  },
  {
    id: "file-end",
    description: "A file ends with one line end.",
    edits: (text) => replacing(/\n{2,}$|(?<=[^\n])$(?![\s\S])/g, "\n")(text),
  },
  {
    id: "needless-key",
    description: "The front matter holds no key that says what holds anyway: shuffle: true, tags: [].",
    edits: replacing(/(?<=^---[ \t]*\n(?:(?!---).*\n)*)(?:shuffle:[ \t]*true|tags:[ \t]*\[[ \t]*\])[ \t]*\n/g, ""),
  },
];
