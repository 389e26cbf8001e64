import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { findFormat } from "../registry.ts";
import type { ImportedItem, ImportReport } from "../report.ts";

const exam = {
  slug: "harbour",
  title: "Harbour",
  domains: [
    { id: "ropes", title: "Ropes" },
    { id: "tides", title: "Tides" },
  ],
};
const bytes = (text: string) => new TextEncoder().encode(text);
const picture = Uint8Array.from([137, 80, 78, 71]);

function importAll(files: Readonly<Record<string, string | Uint8Array>>, name = "bank.zip"): ImportReport {
  const entries = Object.entries(files).map(
    ([path, text]) => [path, typeof text === "string" ? bytes(text) : text] as const,
  );
  const report = findFormat("qti12")?.importer?.({
    exam,
    files: [{ path: name, bytes: zipSync(Object.fromEntries(entries)) }],
  });
  if (!report) throw new Error("no importer");
  return report;
}

const escaped = (html: string) => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const html = (text: string) => `<material><mattext texttype="text/html">${escaped(text)}</mattext></material>`;
const label = (ident: string, text: string) => `<response_label ident="${ident}">${html(text)}</response_label>`;
const equal = (value: string, response = "response1") => `<varequal respident="${response}">${value}</varequal>`;
const rule = (conditions: string, points = 100, rest = "") =>
  `<respcondition continue="No"><conditionvar>${conditions}</conditionvar><setvar action="Set" varname="SCORE">${points}</setvar>${rest}</respcondition>`;
const add = (conditions: string) =>
  `<respcondition><conditionvar>${conditions}</conditionvar><setvar varname="SCORE" action="Add">50.00</setvar></respcondition>`;
const shows = (ident: string, value = "") =>
  `<respcondition continue="Yes"><conditionvar>${value === "" ? "<other/>" : equal(value)}</conditionvar><displayfeedback feedbacktype="Response" linkrefid="${ident}"/></respcondition>`;
const said = (ident: string, text: string) =>
  `<itemfeedback ident="${ident}"><flow_mat>${html(text)}</flow_mat></itemfeedback>`;
const field = (name: string, entry: string) =>
  `<qtimetadatafield><fieldlabel>${name}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`;

/** An item as Canvas and text2qti write it. */
const item = (type: string, presentation: string, rules = "", feedback = "", ident = "g1", more = "") =>
  `<item ident="${ident}" title="Question"><itemmetadata><qtimetadata>${field("question_type", type)}${more}</qtimetadata></itemmetadata><presentation>${presentation}</presentation><resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>${rules}</resprocessing>${feedback}</item>`;
const quiz = (...items: readonly string[]) =>
  `<?xml version="1.0"?><!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2p1.dtd"><questestinterop><assessment ident="a" title="Quiz"><section ident="root_section">${items.join("")}</section></assessment></questestinterop>`;
const choices = (cardinality = "Single") =>
  `<response_lid ident="response1" rcardinality="${cardinality}"><render_choice>${label("11", "<p>One</p>")}${label("12", "<p><b>Two</b></p>")}${label("13", "<p>Three</p>")}</render_choice></response_lid>`;
const typed = (type = "") =>
  `<response_str ident="response1" rcardinality="Single"><render_fib${type}><response_label ident="answer1"/></render_fib></response_str>`;

function one(...items: readonly string[]): ImportedItem {
  const [first] = importAll({ "a/a.xml": quiz(...items) }).items;
  if (first === undefined) throw new Error("nothing was found");
  return first;
}
function draft(...items: readonly string[]) {
  const found = one(...items);
  if (found.status === "refused") throw new Error(found.reason);
  return found.draft;
}
const reason = (...items: readonly string[]) => {
  const found = one(...items);
  return found.status === "refused" ? found.reason : `${found.status}: ${JSON.stringify(found.draft)}`;
};

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

describe("a cartridge", () => {
  const full = item(
    "multiple_choice_question",
    html("Which?") + choices(),
    rule(equal("12")),
    "",
    "q1",
    field("assessment_question_identifierref", "b1"),
  );
  it("is read once where it holds a quiz in two forms and a bank with the same question", () => {
    const bank = `<questestinterop><objectbank ident="o"><qtimetadata>${field("bank_title", "Ropes")}</qtimetadata>${full.replace('ident="q1"', 'ident="b1"')}</objectbank></questestinterop>`;
    const report = importAll(
      {
        "i1/assessment_qti.xml": quiz(full),
        "non_cc_assessments/i1.xml.qti": quiz(full),
        "non_cc_assessments/o.xml.qti": bank,
        "i1/assessment_meta.xml": "<quiz/>",
      },
      "course.imscc",
    );
    expect(report.items.map(({ place }) => place)).toEqual(["non_cc_assessments/o.xml.qti:1"]);
    expect(report.items[0]).toMatchObject({ draft: { id: "b1", domain: "ropes" } });
    expect(report.notices).toEqual([
      "i1/assessment_qti.xml holds the questions of non_cc_assessments/i1.xml.qti in less detail; it was left out",
      "1 items of quizzes are also in banks of the package; they were read there",
    ]);
  });

  it("of another program is read by its profile", () => {
    const xml = quiz(
      item("x", html("Which knot?") + typed(), rule('<varequal respident="response1" case="Yes">Bowline</varequal>')),
    )
      .replace("question_type", "cc_profile")
      .replace(">x<", ">cc.fib.v0p1<");
    const [found] = importAll({ "a.xml": xml }, "a.imscc").items;
    expect(found).toMatchObject({ draft: { kind: "text", accepted: ["Bowline"] } });
    expect(found?.notes).toContain("upper and lower case mattered; here they don't");
  });
});

describe("a pool of Blackboard", () => {
  const smart = (text: string) =>
    `<flow class="Block"><material><mat_extension><mat_formattedtext type="SMART_TEXT"><![CDATA[${text}]]></mat_formattedtext></mat_extension></material></flow>`;
  const pool = (type: string, response: string, rules: string, rest = "") =>
    `<questestinterop><assessment title="Pool"><section><item title="" maxattempts="0"><itemmetadata><bbmd_asi_object_id>_7_1</bbmd_asi_object_id><bbmd_questiontype>${type}</bbmd_questiontype></itemmetadata><presentation><flow class="Block"><flow class="QUESTION_BLOCK">${smart("<p>Which &eacute;tape is it?</p>")}</flow><flow class="RESPONSE_BLOCK">${response}</flow>${rest}</flow></presentation><resprocessing scoremodel="SumOfScores"><outcomes><decvar varname="SCORE" vartype="Decimal" maxvalue="10.0"/></outcomes>${rules}</resprocessing><itemfeedback ident="correct" view="All"><flow_mat class="Block"/></itemfeedback></item></section></assessment></questestinterop>`;
  const read = (xml: string) => {
    const report = importAll({ "res00002.dat": xml, "res00001.dat": "<COURSE/>" });
    const [found] = report.items;
    return found?.status === "refused" ? found.reason : found?.draft;
  };
  const right = (conditions: string) =>
    `<respcondition title="correct"><conditionvar>${conditions}</conditionvar><setvar variablename="SCORE" action="Set">SCORE.max</setvar><displayfeedback linkrefid="correct" feedbacktype="Response"/></respcondition>`;
  const bare = (ident: string) => `<response_label ident="${ident}" shuffle="Yes"/>`;

  it("has choices", () => {
    const lid = `<response_lid ident="response" rcardinality="Single"><render_choice><flow_label class="Block"><response_label ident="x">${smart("Ebb")}</response_label></flow_label><flow_label><response_label ident="y">${smart("Flood")}</response_label></flow_label></render_choice></response_lid>`;
    const rules =
      right(equal("y", "response")) +
      '<respcondition title="incorrect"><conditionvar><other/></conditionvar><setvar variablename="SCORE" action="Set">0</setvar></respcondition>';
    expect(read(pool("Multiple Choice", lid, rules))).toMatchObject({
      stem: "Which étape is it?",
      kind: "single",
      options: [{ text: "Ebb" }, { text: "Flood", correct: true }],
    });
  });

  it("has steps in order", () => {
    const labels = ["b", "a", "c"].map(
      (ident) => `<response_label ident="${ident}">${smart(`Step ${ident}`)}</response_label>`,
    );
    const lid = `<response_lid ident="response" rcardinality="Ordered"><render_choice>${labels.join("")}</render_choice></response_lid>`;
    expect(
      read(
        pool("Ordering", lid, right(`<and>${["a", "b", "c"].map((each) => equal(each, "response")).join("")}</and>`)),
      ),
    ).toMatchObject({ kind: "ordering", steps: ["Step a", "Step b", "Step c"] });
  });

  it("has pairs, whose right sides stand apart", () => {
    const prompt = (ident: string, text: string) =>
      `<flow class="Block"><response_lid ident="${ident}" rcardinality="Single"><render_choice shuffle="Yes"><flow_label class="Block">${bare(`${ident}1`)}${bare(`${ident}2`)}</flow_label></render_choice></response_lid>${smart(text)}</flow>`;
    const block = `<flow class="RIGHT_MATCH_BLOCK"><flow class="Block">${smart("Kiel")}</flow><flow class="Block">${smart("Brest")}</flow></flow>`;
    const match = (ident: string, value: string) =>
      `<respcondition><conditionvar>${equal(value, ident)}</conditionvar><displayfeedback linkrefid="correct" feedbacktype="Response"/></respcondition>`;
    const xml = pool(
      "Matching",
      prompt("p", "France") + prompt("q", "Germany"),
      match("p", "p2") + match("q", "q1"),
      block,
    );
    expect(read(xml)).toMatchObject({
      stem: "Which étape is it?",
      pairs: [
        ["France", "Brest"],
        ["Germany", "Kiel"],
      ],
    });
  });

  it("has typed answers and numbers without points of their own", () => {
    const str = '<response_str ident="response" rcardinality="Single"><render_fib fibtype="String"/></response_str>';
    const said = (conditions: string) =>
      `<respcondition title="z"><conditionvar>${conditions}</conditionvar><displayfeedback linkrefid="correct" feedbacktype="Response"/></respcondition>`;
    expect(
      read(pool("Fill in the Blank", str, said(equal("ebb", "response")) + said(equal("the ebb", "response")))),
    ).toMatchObject({ accepted: ["ebb", "the ebb"] });
    const bounds = '<vargte respident="response">3.5</vargte><varlte respident="response">4.5</varlte>';
    expect(
      read(pool("Numeric", str.replaceAll("response_str", "response_num"), said(bounds + equal("4", "response")))),
    ).toMatchObject({ numeric: { value: 4, tolerance: 0.5 } });
    expect(read(pool("Essay", str, ""))).toBe("an essay has no key");
  });

  it("of its first kind is refused", () =>
    expect(read("<POOL/>")).toBe("this is a pool of an old Blackboard; export it from a newer one, as QTI"));
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
