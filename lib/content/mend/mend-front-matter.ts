import { slugPattern } from "../read/front-matter.ts";
import { splitFrontMatter } from "../read/split-front-matter.ts";
import { type Mend, type Mendable, textMeant } from "./mend.ts";
import { withoutLine } from "./text-edit.ts";

/** Front matter that begins the file, whatever blank lines stand above it. */
export const leadingLines: Mend = {
  edits: ({ text }) => {
    const blank = /^\s+/.exec(text)?.[0].length ?? 0;
    return blank > 0 && splitFrontMatter(text.slice(blank)).yaml !== null ? [{ from: 0, to: blank, text: "" }] : [];
  },
};

/** A value that YAML takes for something else, in double quotes. */
export const quotedValue: Mend = {
  edits: ({ line }) => {
    const [, key = "", value = ""] = /^([\w-]+:[ \t]+)(\S.*?)[ \t]*$/.exec(line.text) ?? [];
    if (value === "" || /^[[{|>]|\s#/.test(value)) return [];
    const from = line.from + key.length;
    const isOpen = /^"[^"\\]*$/.test(value) || /^'[^']*$/.test(value);
    const written = isOpen ? value + value.charAt(0) : quoted(value);
    return [{ from, to: from + value.length, text: written }];
  },
};

/** A key whose line is there twice, letter for letter. */
export const repeatedLine: Mend = {
  renames: true,
  edits: ({ text, line }) => {
    const before = text.slice(0, line.from).split("\n");
    return before.some((other) => other.trimEnd() === line.text.trimEnd()) ? [withoutLine(text, line)] : [];
  },
};

/** A key under a slip of the pen, unless the right one is there, too. */
export const misspeltKey: Mend = {
  renames: true,
  edits: ({ text, problem, at, rest }) => {
    const meant = textMeant(problem);
    const written = /^[\w-]+(?=[ \t]*:)/.exec(rest)?.[0];
    if (meant === null || written === undefined) return [];
    return new RegExp(`^${meant}[ \\t]*:`, "m").test(text) ? [] : [{ from: at, to: at + written.length, text: meant }];
  },
};

/** A key that means nothing for a question with options. */
export const meaninglessKey: Mend = {
  renames: true,
  edits: ({ text, problem, line }) => (problem.meant?.as === "nothing" ? [withoutLine(text, line)] : []),
};

/** A domain that is one of the exam's but for capital letters and spaces. */
export const domainAsWritten: Mend = {
  renames: true,
  edits: ({ exam, at, rest }) => {
    const written = scalar(rest);
    const wanted = slugOf(unquoted(written));
    return exam?.domains?.includes(wanted) ? [{ from: at, to: at + written.length, text: wanted }] : [];
  },
};

/** The number of a numeric question, which is in quotes. */
export const quotedNumber: Mend = {
  edits: ({ at, rest }) => {
    const [whole, , number = ""] = /^(["'])(-?\d+(?:\.\d+)?)\1/.exec(rest) ?? [];
    return whole === undefined ? [] : [{ from: at, to: at + whole.length, text: number }];
  },
};

/** A value of another form than its key wants, where it is plain what was meant. */
export const valueMeant: Mend = {
  renames: true,
  edits: (mendable) => {
    const { rest, at } = mendable;
    const written = scalar(rest);
    const wanted = written === "" ? null : formMeant(mendable, written);
    return wanted === null || wanted === written ? [] : [{ from: at, to: at + written.length, text: wanted }];
  },
};

function formMeant({ problem: { meant } }: Mendable, written: string): string | null {
  const bare = unquoted(written);
  if (/^[“”„‘’‚].*[“”‘’]$/.test(written)) return quoted(written.slice(1, -1));
  switch (meant?.as) {
    case "text":
      return meant.text;
    case "list":
      return `[${bare
        .split(/\s*[,;]\s*/)
        .filter(Boolean)
        .map(inList)
        .join(", ")}]`;
    case "quoted":
      return quoted(bare);
    case "unquoted":
      return bare.toLowerCase();
    case "day":
      return dayMeant(bare);
    case "name": {
      const slug = slugOf(bare.replace(/^cases\/|\.md$/g, ""));
      return slugPattern.test(slug) ? slug : null;
    }
    default:
      return /^(?:original|adapted|imported)\b/i.test(bare)
        ? bare.charAt(0).toLowerCase() + written.replace(/^["']/, "").slice(1)
        : null;
  }
}

/** The year comes first: of other orders nobody knows which. */
function dayMeant(written: string): string | null {
  const [, year = "", month = "", day = ""] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(written) ?? [];
  return year === "" ? null : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function inList(entry: string): string {
  return /^[\p{L}][\p{L}\p{N} _-]*$/u.test(entry) ? entry : quoted(entry);
}

/** A value with its quotes, as it stands from its beginning to the end of its line or its entry. */
function scalar(rest: string): string {
  return /^"(?:[^"\\]|\\.)*"|^'(?:[^']|'')*'|^[^#\s[{][^#[\]{}]*/.exec(rest)?.[0].trimEnd() ?? "";
}

function unquoted(written: string): string {
  return /^"[^"\\]*"$|^'[^']*'$/.test(written) ? written.slice(1, -1) : written;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_-]+/g, "-")
    .replace(/^-|-$/g, "");
}
