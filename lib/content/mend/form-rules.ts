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
    description: "A key is marked [x], with a lower-case x.",
    edits: inBody(replacing(/(?<=^[ \t]*[-*+] \[)X(?=\] )/gm, "x")),
  },
  {
    id: "bullet-sign",
    description: "Options begin with a hyphen.",
    edits: inBody(replacing(/(?<=^[ \t]*)[*+](?= \[[ xX]\] )/gm, "-")),
  },
  {
    id: "bullet-space",
    description: "There is one space between the hyphen and the box of an option.",
    edits: inBody(replacing(/(?<=^[ \t]*[-*+])[ \t]{2,}(?=\[[ xX]\] )/gm, " ")),
  },
  {
    id: "note-space",
    description: "There is a space after the > of a note.",
    edits: inBody(replacing(/(?<=^[ \t]*>)(?=[^\s>])/gm, " ")),
  },
  {
    id: "heading-form",
    description:
      "The sections are headed ## Explanation and ## References, with a capital letter and nothing after it.",
    edits: inBody(
      replacing(/^##[ \t]+(?:explanation|references)[ \t]*#*[ \t]*$/gim, (written) =>
        /exp/i.test(written) ? "## Explanation" : "## References",
      ),
    ),
  },
  {
    id: "heading-space",
    description: "There is an empty line above and below the heading of a section.",
    edits: inBody((text) => [
      ...replacing(/(?<=[^\n])(?=\n## (?:Explanation|References)$)/gm, "\n")(text),
      ...replacing(/(?<=^## (?:Explanation|References)\n)(?=[^\n])/gm, "\n")(text),
    ]),
  },
  {
    id: "empty-lines",
    description: "There are never two empty lines in a row.",
    edits: inBody(replacing(/(?<=\n)\n{2,}(?=[^\n])/g, "\n")),
  },
  {
    id: "line-end-space",
    description: "No line ends with spaces, except for a line break.",
    edits: replacing(/[ \t]+(?=\n|$)/g, ""),
  },
  {
    id: "file-end",
    description: "A file ends with a single newline.",
    edits: (text) => replacing(/\n{2,}$|(?<=[^\n])$(?![\s\S])/g, "\n")(text),
  },
  {
    id: "needless-key",
    description: "The front matter has no key that only repeats a default, such as shuffle: true or tags: [].",
    edits: replacing(/(?<=^---[ \t]*\n(?:(?!---).*\n)*)(?:shuffle:[ \t]*true|tags:[ \t]*\[[ \t]*\])[ \t]*\n/g, ""),
  },
];
