import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuestionDraft } from "#lib/content/draft";
import { noDraftAnswer } from "#lib/content/kinds/kind";
import { inRun } from "../../tests/support/run-length.ts";
import { markdownToHtml } from "./markup/markdown-to-html.ts";
import { formatsBothWays } from "./registry.ts";

const exam = { slug: "mill", title: "Mill", domains: [{ id: "grain", title: "Grain" }] };
const both = formatsBothWays;

/** Texts with what the formats have a meaning for: signs of GIFT, of XML, of tables, of Markdown. */
const texts = [
  "plain words",
  "some **bold** and *leaning* words",
  "code `a < b && c` here",
  "a formula $x^{2}$ here",
  "2 \\* 3 \\* 4",
  'commas, "quotes"; and semicolons',
  "50% = half ~ 1 # not : more",
  "{braces} and {x}",
  "a back\\\\slash",
  "äöü 漢字 🙂",
  "snake_case_name",
  "it's 'so'",
  "x &lt; y",
  "-> an arrow -> here",
  "[square] brackets",
  "see [a page](https://example.org/a?b=c)",
];
const text = fc.constantFrom(...texts);
const several = (min: number) =>
  fc
    .uniqueArray(fc.tuple(text, fc.integer({ min: 1, max: 9 })), { minLength: min, maxLength: 5 })
    .map((pairs) => pairs.map(([words, number], index) => `${words} ${index}${number}`));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

const common = fc.record({
  id: fc.constantFrom("stone", "flour-bin", `wheel-${"that-turns-".repeat(6)}2`),
  domain: fc.constant("grain"),
  difficulty: maybe(fc.constantFrom("easy" as const, "medium" as const, "hard" as const)),
  tags: fc.uniqueArray(fc.constantFrom("water", "wind power", "x:y"), { maxLength: 3 }),
  origin: fc.constantFrom("original", "adapted: a book"),
  checked: maybe(fc.constant("2026-11-22")),
  case: fc.constant(null),
  stem: fc
    .tuple(text, maybe(text), fc.constantFrom("\n\n", "\\\n"))
    .map(([first, second, between]) => `What of ${first}?${second === null ? "" : `${between}Mind ${second}.`}`),
  explanation: text.map((words) => `Because of ${words}.`),
  references: fc.constantFrom([], [{ title: "A book", url: "https://example.org/book" }]),
});

const empty = { shuffle: true, ...noDraftAnswer };

/** Matches that several have, and that none has. */
function pairsOf(left: readonly string[], right: readonly string[]) {
  const pairs = left.map((each, index) => [each, right[index % right.length] ?? ""] as const);
  return [...pairs, ...right.slice(left.length).map((each) => ["", each] as const)];
}

const answers: fc.Arbitrary<Partial<QuestionDraft>> = fc.oneof(
  fc
    .record({
      words: several(2),
      right: fc.nat(),
      notes: fc.array(maybe(text), { minLength: 5, maxLength: 5 }),
      shuffle: fc.boolean(),
    })
    .map(({ words, right, notes, shuffle }) => ({
      kind: "single" as const,
      shuffle,
      options: words.map((each, index) => ({
        text: each,
        correct: index === right % words.length,
        note: notes[index] ?? null,
      })),
    })),
  fc.record({ words: several(3), wrong: fc.nat(), shuffle: fc.boolean() }).map(({ words, wrong, shuffle }) => ({
    kind: "multiple" as const,
    shuffle,
    options: words.map((each, index) => ({ text: each, correct: index !== wrong % words.length, note: null })),
  })),
  several(2).map((steps) => ({ kind: "ordering" as const, steps })),
  fc.tuple(several(3), several(3)).map(([left, right]) => ({
    kind: "matching" as const,
    columns: ["Part", "Use"] as const,
    pairs: pairsOf(left, right),
  })),
  fc
    .record({ value: fc.integer({ min: -999, max: 999 }), tenths: fc.nat({ max: 9 }), unit: maybe(fc.constant("kg")) })
    .map(({ value, tenths, unit }) => ({
      kind: "numeric" as const,
      numeric: { value: value + 0.5, tolerance: tenths / 10, unit },
    })),
  fc
    .uniqueArray(fc.constantFrom("one", "two words", "50%", "a=b", "x ~ y", "a|b", "{c}", "<d>", "e & f", "3.5"), {
      minLength: 1,
      maxLength: 4,
    })
    .map((accepted) => ({ kind: "text" as const, accepted })),
);

/** A draft with its texts rendered: one sentence of Markdown can be spelled in several ways. */
function meaningOf(draft: QuestionDraft | undefined) {
  if (draft === undefined) return null;
  const html = (markdown: string) =>
    markdownToHtml(markdown, { option: (letter) => letter, image: (address) => address });
  return {
    ...draft,
    stem: html(draft.stem),
    explanation: html(draft.explanation),
    options: draft.options.map((option) => ({
      ...option,
      text: html(option.text),
      note: option.note === null ? null : html(option.note),
    })),
    steps: draft.steps.map(html),
    pairs: draft.pairs.map((pair) => pair.map(html)),
  };
}

/** Each package of Anki is read in a thread of its own, and holds the same cards as Anki's plain text. */
const runsOf = (name: string) => (name === "apkg" ? inRun(5, 15) : inRun(80, 300));

describe.each(both)("$name", ({ name, importer, exporter }) => {
  it("gives an equal question back, or says what it cannot hold", () => {
    fc.assert(
      fc.property(common, answers, (shared, answer) => {
        const draft = {
          id: shared.id,
          kind: "single",
          domain: shared.domain,
          difficulty: shared.difficulty,
          tags: shared.tags,
          origin: shared.origin,
          checked: shared.checked,
          case: shared.case,
          ...empty,
          stem: shared.stem,
          ...answer,
          explanation: shared.explanation,
          references: shared.references,
        } as QuestionDraft;
        const out = exporter?.({ exam, drafts: [draft] });
        if (out?.items[0]?.status !== "exported") {
          expect(out?.items[0]?.notes).not.toEqual([]);
          return;
        }
        const item = importer?.({ exam, files: out.files }).items[0];
        expect(item?.status === "refused" ? item.reason : meaningOf(item?.draft)).toEqual(meaningOf(draft));
      }),
      { numRuns: runsOf(name) },
    );
  });
});
