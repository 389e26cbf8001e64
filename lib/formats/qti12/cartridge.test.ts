import { describe, expect, it } from "vitest";
import {
  choices,
  equal,
  field,
  html,
  importAll,
  item,
  quiz,
  rule,
  typed,
} from "../../../tests/support/qti12-source.ts";

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
