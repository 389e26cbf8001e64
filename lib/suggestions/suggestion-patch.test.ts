import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { optionIds } from "#lib/content/build/option-id";
import { letterAt } from "#lib/exam/letters";
import { inRun } from "../../tests/support/run-length.ts";
import { applySuggestion, type Submission } from "./apply-suggestion.ts";
import { patchMail } from "./patch-mail.ts";

/** Of accounts: also one that would break the head of a mail, or look like a patch. */
const names = ["Ada Lovelace", "Zoë O’Neil", 'diff\n--- a/b <x@org>"', "@"];
const at = new Date("2026-11-30T12:00:00Z");
/** Whoever commits. */
const me = ["-c", "user.name=Author", "-c", "user.email=author@example.org"];

/** The words of generated texts: quotes, signs of Markdown that say nothing alone, letters that no option has. */
const words = ["slow", "“quoted”", "it's", '"so"', "naïve", "日本", "a < b", "5 %", "x_y", "`code`", "end.", "𝕏"];
const line = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((all) => all.join(" "));
const lineEnds = fc.constantFrom("\n", "\r\n");

/** One line of a generated file: the field that shows it, what comes before its text, and the text with the file's letters. */
interface Piece {
  readonly field: string | null;
  readonly prefix: string;
  readonly text: string;
}

interface Case {
  readonly pieces: readonly Piece[];
  readonly order: readonly number[];
  /** By the line of the file: what the learner makes of it. */
  readonly changes: ReadonlyMap<number, string>;
  /** The position in the file of an option that is removed. */
  readonly removed: number | null;
  readonly hasMark: boolean;
  readonly ends: readonly string[];
}

const generated: fc.Arbitrary<Case> = fc
  .record({
    stem: fc.array(line, { minLength: 1, maxLength: 3 }),
    notes: fc.array(fc.option(line), { minLength: 3, maxLength: 4 }),
    explanation: fc.array(line, { minLength: 1, maxLength: 5 }),
    comment: fc.boolean(),
    seed: fc.nat(1_000),
    removed: fc.option(fc.nat(2)),
    changed: fc.array(fc.tuple(fc.nat(40), line, fc.nat(3)), { minLength: 1, maxLength: 4 }),
    hasMark: fc.boolean(),
    ends: fc.oneof(
      lineEnds.map((end) => [end]),
      fc.array(lineEnds, { minLength: 30, maxLength: 30 }),
    ),
  })
  .map(({ stem, notes, explanation, comment, seed, removed, changed, hasMark, ends }) => {
    const kept = [0, 1, 2].filter((position) => position !== removed);
    const letter = (seed: number) => letterAt(kept[seed % kept.length] as number);

    const plain = (text: string): Piece => ({ field: null, prefix: "", text });
    const pieces: Piece[] = ["---", "domain: d", "case: harbour", "---"].map(plain);
    if (comment) pieces.push(plain("<!-- for authors -->"));
    pieces.push(...stem.map((text) => ({ field: "stem", prefix: "", text })), plain(""));
    for (const [i, note] of notes.entries()) {
      pieces.push({
        field: `option-${i}`,
        prefix: i === 1 ? "- [x] " : "* [ ] ".replace("*", "-"),
        text: `Sort ${i}`,
      });
      if (note !== null) pieces.push({ field: `note-${i}`, prefix: "  > ", text: `Note {${letter(i)}}: ${note}` });
    }
    pieces.push(plain(""), plain("## Explanation"), plain(""));
    for (const [i, text] of explanation.entries())
      pieces.push({
        field: "explanation",
        prefix: "",
        text: i % 2 === 0 ? `Here {${letter(i)}} and ${text}` : text,
      });
    pieces.push(plain(""), plain("## References"), plain(""), {
      field: "references",
      prefix: "",
      text: "- [R](https://example.org/r)",
    });
    const own = pieces.flatMap(({ field }, i) => (field === null || field === "references" ? [] : [i]));
    const rotated = notes.map((_, i) => (i + seed) % notes.length);
    const onScreen = rotated.flatMap((position, i) => (position === removed ? [] : [letterAt(i)]));
    const changes = new Map(
      changed.map(([at, text, pick]) => {
        const index = own[at % own.length] as number;
        const isSecret = /^(?:note|explanation)/.test(pieces[index]?.field ?? "");
        return [index, isSecret ? `Now {${onScreen[pick % onScreen.length]}} or ${text}` : `Now ${text}`] as const;
      }),
    );
    return { pieces, order: rotated, changes, removed, hasMark, ends };
  });

/** The letters of `text` under other names. */
function renamed(text: string, nameOf: (position: number) => number): string {
  return text.replace(
    /\{([A-Z])\}/g,
    (_, letter) => `{${String.fromCharCode(65 + nameOf(letter.charCodeAt(0) - 65))}}`,
  );
}

/** A line that is null is not there, and takes its end along. */
function rawOf({ hasMark, ends }: Case, lines: readonly (string | null)[]): string {
  return (
    (hasMark ? "\uFEFF" : "") + lines.map((text, i) => (text === null ? "" : text + ends[i % ends.length])).join("")
  );
}

/** The file as it should be. */
function expectedOf(given: Case): string {
  const { pieces, order, changes, removed } = given;
  const moved = (position: number) => position - (removed !== null && removed < position ? 1 : 0);
  return rawOf(
    given,
    pieces.map(({ field, prefix, text }, i) => {
      if (removed !== null && (field === `option-${removed}` || field === `note-${removed}`)) return null;
      const change = changes.get(i);
      const inFile = change === undefined ? text : renamed(change, (at) => order[at] as number);
      return prefix + renamed(inFile, moved);
    }),
  );
}

/** What a browser sends back, with a line end of its own. */
function submitted({ pieces, order: seen, changes, removed }: Case): Submission {
  const fields: Record<string, string[]> = {};
  for (const [i, { field, text }] of pieces.entries()) {
    if (field === null) continue;
    const shown = renamed(text, (inFile) => seen.indexOf(inFile));
    fields[field] = [...(fields[field] ?? []), changes.get(i) ?? shown];
  }
  const entries = Object.entries(fields).map(([name, lines]) => [name, lines.join("\r\n")]);
  return { texts: Object.fromEntries(entries), correct: ["1"], removed: removed === null ? [] : [`${removed}`] };
}

describe("a suggestion as a patch", () => {
  const numRuns = inRun(40, 500);

  it("changes the lines that were edited, keeps all others byte for byte, and applies with Git", () => {
    const folder = mkdtempSync(join(tmpdir(), "mockdown-suggestions-"));
    const git = (...words: string[]) => execFileSync("git", words, { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
    git("init", "--quiet");
    const patches: string[] = [];
    const wanted = new Map<string, string>();
    fc.assert(
      fc.property(generated, (given) => {
        const path = `content/a b/${patches.length}é.md`;
        const { pieces, order: seen } = given;
        const written = ({ prefix, text }: Piece) => prefix + text;
        const raw = rawOf(given, pieces.map(written));
        const expected = expectedOf(given);
        const optionTexts = pieces.filter(({ field }) => field?.startsWith("option-")).map(({ text }) => text);
        const shownOrder = seen.map((i) => optionIds(optionTexts)[i] as string);
        const result = applySuggestion("sample/q.md", raw, shownOrder, submitted(given));
        expect(result).toMatchObject({ ok: true, value: { raw: expected } });
        if (!result.ok) return;
        const about = {
          question: "sample/q",
          by: names[patches.length % names.length] ?? "",
          wording: 3,
          at,
          isInRepository: true,
        };
        patches.push(patchMail({ path, before: raw, after: result.value.raw }, about));
        wanted.set(path, result.value.raw);
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), raw);
      }),
      { numRuns, seed: 17 },
    );
    writeFileSync(join(folder, "all.patch"), patches.join(""));
    git("apply", "--check", "all.patch");
    const asWanted = () => {
      for (const [path, text] of wanted) expect(readFileSync(join(folder, path), "utf8"), path).toBe(text);
    };
    git("add", "content");
    git(...me, "commit", "--quiet", "--message", "before");
    git("apply", "--whitespace=nowarn", "all.patch");
    asWanted();
    git("checkout", "--quiet", "content");
    git(...me, "am", "--quiet", "--whitespace=nowarn", "-3", "--keep-cr", "all.patch");
    asWanted();
    const log = git("log", "--format=%an <%ae> %s", `-${names.length}`).toString().trim().split("\n").reverse();
    expect(new Set(log)).toEqual(
      new Set(
        ["Ada Lovelace", "Zoë O’Neil", "diff a b x org", "A learner"].map(
          (name) => `${name} <suggested-edit@mockdown.invalid> sample/q: a suggested edit`,
        ),
      ),
    );
    rmSync(folder, { recursive: true });
  });
});
