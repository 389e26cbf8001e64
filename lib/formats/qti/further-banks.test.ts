import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { exam, importText, keysOf, only, reasons } from "../../../tests/support/import-text.ts";
import { findFormat } from "../registry.ts";

describe("qti", () => {
  const choice = (body: string, more = "") =>
    `<?xml version="1.0"?>${more}<assessmentItem identifier="i" title=""><responseDeclaration identifier="R" baseType="identifier" cardinality="single"><correctResponse><value>a</value></correctResponse></responseDeclaration><itemBody>${body}<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt><simpleChoice identifier="a">One</simpleChoice><simpleChoice identifier="b">Two</simpleChoice></choiceInteraction></itemBody>`;
  const end = "</assessmentItem>";
  const item = (files: Readonly<Record<string, string>>) => only(importText("qti", files));

  it("finds what a manifest names by an encoded address, and reports a package within the package", () => {
    const manifest =
      '<manifest><resources><resource identifier="r" type="imsqti_item_xmlv2p1" href="./items/a%20b.xml"/></resources></manifest>';
    const bytes = (text: string) => new TextEncoder().encode(text);
    const inner = { "imsmanifest.xml": bytes(manifest), "items/a b.xml": bytes(choice("") + end) };
    const files = [{ path: "all.zip", bytes: zipSync({ ...inner, "more.zip": zipSync(inner) }) }];
    const report = findFormat("qti")?.importer?.({ files, exam });
    expect(report && reasons(report)).toEqual(["ok"]);
    expect(report?.notices.join()).toContain("more.zip is a package within the package");
  });

  it("reads a bare document type, and none with declarations", () => {
    expect(item({ "a.xml": choice("", "<!DOCTYPE assessmentItem>") + end }).draft.stem).toBe("Which?");
    const entity = choice("", '<!DOCTYPE assessmentItem [<!ENTITY a "b">]>') + end;
    expect(reasons(importText("qti", { "a.xml": entity }))[0]).toMatch(/^line 1: .*entit/);
  });

  it("shows a picture that is an object", () => {
    const body = '<p>See <object data="sign.png" type="image/png">a sign</object></p>';
    expect(item({ "a.xml": choice(body) + end, "sign.png": "png" }).draft.stem).toMatch(
      /^See !\[a sign\]\(images\/sign-\w+\.png\)\n\nWhich\?$/,
    );
  });

  it("writes MathML as a formula", () => {
    const math =
      "<math><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mfrac><mn>1</mn><msqrt><mi>y</mi></msqrt></mfrac></mrow></math>";
    expect(item({ "a.xml": choice(`<p>With ${math}:</p>`) + end }).draft.stem).toBe(
      "With $x^{2}=\\frac{1}{\\sqrt{y}}$:\n\nWhich?",
    );
  });

  it("puts the passage that an item stands on before it", () => {
    const passage =
      '<qti-assessment-stimulus identifier="s" title="T"><qti-stimulus-body><p>Once.</p></qti-stimulus-body></qti-assessment-stimulus>';
    const reference = '<assessmentStimulusRef identifier="s" href="../passages/s.xml"/>';
    const report = importText("qti", { "items/a.xml": choice("") + reference + end, "passages/s.xml": passage });
    expect(only(report).draft.stem).toBe("Once.\n\nWhich?");
    expect(report.notices).toEqual([]);
  });

  it("gives each option the feedback that is named after it", () => {
    const feedback = (id: string, text: string) =>
      `<modalFeedback outcomeIdentifier="F" showHide="show" identifier="${id}">${text}</modalFeedback>`;
    const { draft } = item({
      "a.xml": choice("") + feedback("a", "Yes.") + feedback("b", "No.") + feedback("z", "So.") + end,
    });
    expect(draft.options.map(({ note }) => note)).toEqual(["Yes.", "No."]);
    expect(draft.explanation).toBe("So.");
  });

  it("says when an item grades in a way of its own", () => {
    const graded =
      '<responseProcessing><responseCondition><responseIf><gte><variable identifier="R"/></gte></responseIf></responseCondition></responseProcessing>';
    expect(item({ "a.xml": choice("") + graded + end }).notes).toContain(
      "not kept: how the item grades (gte); an answer is correct when it is the stated one",
    );
  });

  const mapped = (cardinality: string, stated: string, points: string, interaction: string, type = "identifier") =>
    `<assessmentItem identifier="i" title=""><responseDeclaration identifier="R" baseType="${type}" cardinality="${cardinality}">${stated}<mapping>${[
      ...points.matchAll(/(\S+)=(\S+)/g),
    ]
      .map(([, key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`)
      .join("")}</mapping></responseDeclaration><itemBody>${interaction}</itemBody></assessmentItem>`;
  const pick =
    '<p>Which?</p><choiceInteraction responseIdentifier="R" maxChoices="1"><simpleChoice identifier="a">One</simpleChoice><simpleChoice identifier="b">Two</simpleChoice><simpleChoice identifier="c">Three</simpleChoice></choiceInteraction>';
  const gap = '<p>Pi? <textEntryInteraction responseIdentifier="R"/></p>';

  it("takes what a mapping gives most points for, where one is to be answered", () => {
    const one = item({ "a.xml": mapped("single", "", "a=0.5 b=1", pick) });
    expect(one.draft.kind).toBe("single");
    expect(keysOf(one)).toEqual(["-One", "+Two", "-Three"]);
    expect(one.notes).toContain("not kept: points a 0.5");
    expect(keysOf(item({ "a.xml": mapped("multiple", "", "a=0.5 b=1", pick) }))).toEqual(["-One", "+Two", "-Three"]);
    const several = mapped("multiple", "", "a=0.5 b=1 c=-1", pick.replace('maxChoices="1"', 'maxChoices="0"'));
    expect(keysOf(item({ "a.xml": several }))).toEqual(["+One", "+Two", "-Three"]);
    const number = item({ "a.xml": mapped("single", "", "3.1=0.5 3.14=1", gap, "float") });
    expect(number.draft.numeric?.value).toBe(3.14);
    expect(number.notes).toContain("not kept: points 3.1 0.5");
  });

  it("refuses two answers that are worth as much, where one is to be given", () => {
    expect(reasons(importText("qti", { "a.xml": mapped("single", "", "a=1 b=1", pick) }))).toEqual([
      "a, b have equal points, but only one can be chosen: state which is correct",
    ]);
  });

  it("names what a mapping gives points for beside the stated key", () => {
    const stated = "<correctResponse><value>a</value></correctResponse>";
    const both = item({ "a.xml": mapped("single", stated, "a=1 b=1 c=0", pick) });
    expect(keysOf(both)).toEqual(["+One", "-Two", "-Three"]);
    expect(both.notes).toContain("not kept: points b 1, which is not the stated key");
  });

  it("keeps what is to be read by who answers, and names what is for others", () => {
    const rubrics =
      '<rubricBlock view="candidate tutor"><p>Read <b>this</b>.</p></rubricBlock><rubricBlock view="scorer"><p>Be kind.</p></rubricBlock>';
    const { draft, notes } = item({ "a.xml": choice(rubrics) + end });
    expect(draft.stem).toBe("Read **this**.\n\nWhich?");
    expect(notes.filter((note) => note.includes("rubric"))).toEqual(['not kept: rubric "Be kind."']);
  });

  it("keeps the prompt of a gap", () => {
    const gap =
      '<assessmentItem identifier="i" title=""><responseDeclaration identifier="R" baseType="string" cardinality="single"><correctResponse><value>tree</value></correctResponse></responseDeclaration><itemBody><textEntryInteraction responseIdentifier="R"><prompt>What grows?</prompt></textEntryInteraction></itemBody></assessmentItem>';
    expect(item({ "a.xml": gap }).draft.stem).toBe("What grows?");
  });
});
