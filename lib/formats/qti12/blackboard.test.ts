import { describe, expect, it } from "vitest";
import { equal, importAll } from "../../../tests/support/qti12-source.ts";

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
