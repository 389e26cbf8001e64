import { parseImagePath } from "../read/image-path.ts";
import { type Mend, textMeant } from "./mend.ts";
import { lineAt, type TextEdit, withoutLine } from "./text-edit.ts";

/** A rule between the options and the explanation. */
export const strayRule: Mend = {
  edits: ({ text, line }) => (/^\s*([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line.text) ? [withoutLine(text, line)] : []),
};

/** The heading that a section begins with. */
export const headingMeant: Mend = {
  renames: true,
  edits: ({ text, problem, line }) => {
    const glued = /^#{1,6}(explanation|references):?[ \t]*$/i.exec(line.text)?.[1]?.toLowerCase();
    const name = textMeant(problem)?.toLowerCase() ?? glued;
    if (name === undefined) return [];
    const under = lineAt(text, problem.place.line + 1);
    const to = /^(?:=+|-+)[ \t]*$/.test(under.text) ? under.to : line.to;
    return [{ from: line.from, to, text: `## ${name.charAt(0).toUpperCase()}${name.slice(1)}` }];
  },
};

/** A second heading of the section that goes on anyway. */
export const repeatedHeading: Mend = {
  renames: true,
  edits: ({ text, line }) => {
    const name = (heading: string | undefined) => heading?.replace(/[#\s:]/g, "").toLowerCase();
    const before = text
      .slice(0, line.from)
      .split("\n")
      .findLast((each) => /^#{1,2} /.test(each));
    return /^#{1,2} /.test(line.text) && name(before) === name(line.text) ? [withoutLine(text, line)] : [];
  },
};

/** References as a list of links. */
export const listOfLinks: Mend = {
  edits: ({ text, problem, line }) => {
    const gap = /\][ \t]+(?=\(https?:[^\s()]*\)[ \t]*$)/.exec(line.text);
    if (gap) return [{ from: line.from + gap.index + 1, to: line.from + gap.index + gap[0].length, text: "" }];
    const edits: TextEdit[] = [];
    for (let number = problem.place.line; ; number += 1) {
      const each = lineAt(text, number);
      if (each.text.trim() === "") return edits;
      if (!/^(?:\[[^\]]+\]\([^()\s]+\)|<?https?:\S+)[ \t]*$/.test(each.text)) return [];
      edits.push({ from: each.from, to: each.from, text: "- " });
    }
  },
};

/** The file that an image's path comes near to. */
export const imageMeant: Mend = {
  renames: true,
  edits: ({ problem, at, rest, imageExists }) => {
    const [, head = "", path = ""] = /^(!\[[^\]]*\]\(<?)([^)\s>]+)/.exec(rest) ?? [];
    if (path === "") return [];
    const plain = path.replaceAll("\\", "/").replace(/^\/+/, "");
    const inExam = plain.startsWith(`${problem.file.split("/")[0]}/`) ? plain.replace(/^[^/]+\//, "") : plain;
    const up = "../".repeat(Math.max(0, problem.file.split("/").length - 2));
    const wanted = [plain, plain.toLowerCase(), up + inExam, up + inExam.toLowerCase()].find((each) => {
      const parsed = parseImagePath(problem.file, each);
      return each !== path && parsed.ok && imageExists(parsed.path);
    });
    return wanted === undefined ? [] : [{ from: at + head.length, to: at + head.length + path.length, text: wanted }];
  },
};

/** An address without its scheme, or with a slip in it. */
export const addressMeant: Mend = {
  renames: true,
  edits: ({ at, rest }) => {
    const [, head = "", url = ""] = /^(\[[^\]]*\]\(<?)([^)\s>]+)/.exec(rest) ?? [];
    const bare = /^(?:https?(?::\/?|\/\/)|\/\/)?(?=(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#:]|$))/i.exec(url)?.[0];
    if (bare === undefined || !(bare !== "" || /^www\./i.test(url))) return [];
    const scheme = /^http(?!s)/i.test(bare) ? "http://" : "https://";
    return [{ from: at + head.length, to: at + head.length + bare.length, text: scheme }];
  },
};

/** Letters in braces, as the checker says that they should be written. */
export const letterInBraces: Mend = {
  edits: ({ problem: { meant }, at, text }) => {
    if (meant?.as !== "text" || !meant.instead || !text.startsWith(meant.instead, at)) return [];
    return [{ from: at, to: at + meant.instead.length, text: meant.text }];
  },
};
