import { describe, expect, it } from "vitest";
import {
  add,
  choices,
  draft,
  equal,
  html,
  importAll,
  item,
  label,
  one,
  picture,
  quiz,
  reason,
  rule,
  said,
  shows,
  typed,
} from "../../../tests/support/qti12-source.ts";

describe("a question of Canvas or text2qti", () => {
  it("has its options, its key, what is said of the whole and of each option", () => {
    const rules =
      shows("general_fb") + shows("11_fb", "11") + rule(equal("12"), 100, '<displayfeedback linkrefid="correct_fb"/>');
    const feedback =
      said("general_fb", "<p>Two &amp; no other.</p>") +
      said("11_fb", "<p>Too few.</p>") +
      said("correct_fb", "<p>Well counted.</p>");
    const found = draft(
      item("multiple_choice_question", html("<p>How many &lt;ropes&gt;?</p>") + choices(), rules, feedback),
    );
    expect(found).toMatchObject({
      id: "g1",
      kind: "single",
      stem: "How many \\<ropes>?",
      explanation: "Two & no other.\n\nWell counted.",
      options: [
        { text: "One", correct: false, note: "Too few." },
        { text: "**Two**", correct: true, note: null },
        { text: "Three", correct: false, note: null },
      ],
    });
  });

  it("has several keys where one rule names them all", () => {
    const rules = rule(`<and>${equal("11")}<not>${equal("12")}</not>${equal("13")}</and>`);
    const { kind, options } = draft(item("multiple_answers_question", html("Which?") + choices("Multiple"), rules));
    expect([kind, options.map(({ correct }) => correct)]).toEqual(["multiple", [true, false, true]]);
  });

  it("has a number with the tolerance of its bounds, or the middle of a range", () => {
    const bounds = (low: number, high: number) =>
      `<vargte respident="response1">${low}</vargte><varlte respident="response1">${high}</varlte>`;
    const numeric = (conditions: string) =>
      draft(item("numerical_question", html("How deep?") + typed(' fibtype="Decimal"'), rule(conditions))).numeric;
    expect(numeric(`<or>${equal("10.6")}<and>${bounds(10.1, 11.1)}</and></or>`)).toEqual({
      value: 10.6,
      tolerance: 0.5,
      unit: null,
    });
    expect(numeric(bounds(9, 11))).toEqual({ value: 10, tolerance: 1, unit: null });
    expect(numeric(equal("12.0"))).toEqual({ value: 12, tolerance: 0, unit: null });
  });

  it("has every text that is accepted", () => {
    const rules = rule(equal("bow line") + equal("a &lt;b&gt;"));
    expect(draft(item("short_answer_question", html("Which knot?") + typed(), rules)).accepted).toEqual([
      "bow line",
      "a <b>",
    ]);
  });

  it("has pairs, and a match that belongs to nothing", () => {
    const right = label("91", "Kiel") + label("92", "Brest") + label("93", "Oslo");
    const prompt = (ident: string, text: string) =>
      `<response_lid ident="response_${ident}">${html(text)}<render_choice>${right}</render_choice></response_lid>`;
    const rules = add(equal("91", "response_51")) + add(equal("92", "response_52"));
    const found = one(
      item("matching_question", html("Which port?") + prompt("51", "Germany") + prompt("52", "France"), rules),
    );
    expect(found).toMatchObject({
      draft: {
        pairs: [
          ["Germany", "Kiel"],
          ["France", "Brest"],
          ["", "Oslo"],
        ],
      },
    });
  });

  const blank = (name: string, ...entries: readonly [string, string][]) =>
    `<response_lid ident="response_${name}"><material><mattext>${name}</mattext></material><render_choice>${entries.map(([ident, text]) => label(ident, text)).join("")}</render_choice></response_lid>`;

  it("has blanks with the options of each", () => {
    const lists = blank("b1", ["1", "ebb"], ["2", "flood"]) + blank("b_2", ["3", "low"], ["4", "high"]);
    const rules = add(equal("2", "response_b1")) + add(equal("4", "response_b_2"));
    const found = draft(item("multiple_dropdowns_question", html("<p>At [b1] the water is [b_2].</p>") + lists, rules));
    expect([found.kind, found.cloze]).toEqual(["cloze", "At [[flood | ebb]] the water is [[high | low]]."]);
  });

  it("lets typed blanks be chosen among the answers of all, with a note", () => {
    const lists = blank("a", ["1", "ebb"], ["2", "the ebb"]) + blank("b", ["3", "flood"]);
    const rules = add(equal("1", "response_a")) + add(equal("3", "response_b"));
    const found = one(item("fill_in_multiple_blanks_question", html("<p>After [a] comes [b].</p>") + lists, rules));
    expect(found).toMatchObject({ draft: { cloze: "After [[ebb | flood]] comes [[flood | ebb]]." } });
    expect(found.notes.join()).toContain("see that only one of them fits");
    expect(found.notes).toContain("not kept: further answers for the blank a: the ebb");
  });

  it("has a gap for the one blank that is typed", () => {
    const lists = blank("a", ["1", "ebb"], ["2", "the ebb"]);
    const found = draft(
      item(
        "fill_in_multiple_blanks_question",
        html("<p>After [a] comes flood.</p>") + lists,
        add(equal("1", "response_a")),
      ),
    );
    expect(found).toMatchObject({
      kind: "text",
      stem: "After \\_\\_\\_\\_\\_ comes flood.",
      accepted: ["ebb", "the ebb"],
    });
  });

  it("keeps true and false in their order", () => {
    const lid = `<response_lid ident="response1" rcardinality="Single"><render_choice>${label("1", "true")}${label("2", "false")}</render_choice></response_lid>`;
    const found = draft(item("true_false_question", html("Tides turn.") + lid, rule(equal("1"))));
    expect([found.shuffle, found.options.map(({ text }) => text)]).toEqual([false, ["True", "False"]]);
  });

  it("shows its formulas and the images of the package", () => {
    const text =
      '<p>Read <img class="equation_image" src="/equation_images/x" alt="LaTeX: x^2" data-equation-content="x^2"> off <img src="%24IMS-CC-FILEBASE%24/my%20map.png?canvas_download=1" alt="a map"></p>';
    const report = importAll({
      "a/a.xml": quiz(item("short_answer_question", html(text) + typed(), rule(equal("9")))),
      "web_resources/my map.png": picture,
    });
    const [found] = report.items;
    expect(found?.status !== "refused" && found?.draft.stem).toMatch(
      /^Read \$x\^2\$ off !\[a map\]\(images\/my-map-\w+\.png\)$/,
    );
    expect(found?.status !== "refused" && found?.assets[0]?.bytes).toEqual(picture);
  });

  it.each([
    ["an essay", item("essay_question", html("Tell.") + typed()), "an essay has no key"],
    ["a file", item("file_upload_question", html("Send.")), "it asks for a file, which has no key"],
    ["a text", item("text_only_question", html("Read.")), "a text asks nothing"],
    [
      "a formula",
      item("calculated_question", html("x?") + typed()),
      "the question is computed from a formula with variables",
    ],
    [
      "no key",
      item("multiple_choice_question", html("Which?") + choices()),
      "no option is marked as correct, and no key is stated",
    ],
    [
      "two keys of one",
      item("multiple_choice_question", html("Which?") + choices(), rule(equal("11")) + rule(equal("12"))),
      "11, 12 have equal points, but only one can be chosen: state which is correct",
    ],
    [
      "a key that is no option",
      item("multiple_choice_question", html("Which?") + choices(), rule(equal("99"))),
      "the key names 99, which is no option",
    ],
  ])("is refused in words for %s", (_, xml, words) => expect(reason(xml)).toBe(words));
});

it("takes the points of each option where Respondus gives each some", () => {
  const rules = add(equal("11")) + add(equal("13"));
  const xml = quiz(item("x", html("Which?") + choices("Multiple"), rules)).replace(
    /<itemmetadata>.*?<\/itemmetadata>/,
    "",
  );
  const [found] = importAll({ "q.xml": xml }).items;
  expect(found).toMatchObject({
    draft: { kind: "multiple", options: [{ correct: true }, { correct: false }, { correct: true }] },
  });
});

it("shows a gap within the text of an item where its answer is typed", () => {
  const xml = quiz(item("", `${html("After ebb comes")}${typed()}${html("every day.")}`, rule(equal("flood"))));
  const [found] = importAll({ "q.xml": xml }).items;
  expect(found).toMatchObject({ draft: { stem: "After ebb comes \\_\\_\\_\\_\\_ every day.", accepted: ["flood"] } });
});
