import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { capabilities } from "./capabilities.ts";
import { findFormat } from "./registry.ts";

const exam = { slug: "x", title: "X", domains: [{ id: "d", title: "D" }] };
const plain = capabilities[0]?.sample;
const sample = capabilities.find(({ sample: { kind } }) => kind === "cloze")?.sample;
if (!plain || !sample) throw new Error("there is no sample");
const cloze = (text: string) => ({ ...sample, cloze: text });

function textOf(format: string, text: string): string {
  const files = findFormat(format)?.exporter?.({ exam, drafts: [cloze(text)] }).files ?? [];
  return files
    .map(({ path, bytes }) => (path.endsWith(".zip") ? unzipped(bytes) : new TextDecoder().decode(bytes)))
    .join("\n");
}

function unzipped(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes))
    .map((file) => new TextDecoder().decode(file))
    .join("\n");
}

function importOf(format: string, path: string, text: string) {
  const report = findFormat(format)?.importer?.({ exam, files: [{ path, bytes: new TextEncoder().encode(text) }] });
  const item = report?.items[0];
  if (item === undefined) throw new Error("nothing was found");
  return item.status === "refused" ? { reason: item.reason } : { ...item.draft, notes: item.notes };
}

const moodle = (type: string, text: string, rest = "") =>
  importOf(
    "moodle-xml",
    "a.xml",
    `<quiz><question type="${type}"><name><text>n</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${rest}<generalfeedback format="html"><text>Why.</text></generalfeedback></question></quiz>`,
  );

describe("embedded answers of Moodle", () => {
  it("are blanks, with the right option first and all else accounted for", () => {
    const draft = moodle(
      "multianswer",
      "<p>Fill in.</p><p>The {1:MULTICHOICE:lower~=upper#Well done~%50%lo<b>w</b>} part, {2:MCS:~=a \\} b~c \\~ d &amp; e}.</p>",
    );
    expect(draft).toMatchObject({
      kind: "cloze",
      stem: "Fill in.",
      cloze: "The [[upper | lower | low]] part, [[a } b | c ~ d & e]].",
    });
    expect("notes" in draft && draft.notes).toEqual(
      expect.arrayContaining([
        'not kept: feedback on "upper" in blank 1: Well done',
        'not kept: 50% for "low" in blank 1',
        "not kept: the weights of the blanks (1, 2)",
      ]),
    );
  });

  it("without a task are given one, and the report says so", () => {
    const draft = moodle("multianswer", "Water is {1:MC:=wet~dry}.");
    expect(draft).toMatchObject({ stem: "Fill in the blanks.", cloze: "Water is [[wet | dry]]." });
    expect("notes" in draft && draft.notes.join()).toContain('"Fill in the blanks." was put before it');
  });

  it.each([
    ["Water is {1:SHORTANSWER:=wet}.", "blank 1 is answered by SHORTANSWER"],
    ["Water is {1:MC:=wet~=damp~dry}.", "blank 1 does not have exactly one correct option"],
    ["Water is {1:MC:=wet}.", "blank 1 has fewer than two options"],
    ["Water is {1:MC:=a | b~dry}.", 'blank 1 has the option "a | b"'],
    ["Water is wet.", "no embedded answers were found"],
  ])("that are none of ours are refused with the reason: %s", (text, reason) =>
    expect(moodle("multianswer", text)).toMatchObject({ reason: expect.stringContaining(reason) as string }),
  );
});

describe("a text of Moodle with choices beside it", () => {
  const choice = (text: string, group: number) =>
    `<selectoption><text>${text}</text><group>${group}</group></selectoption>`;

  it("has in each gap the options of the group of its answer", () => {
    const choices = [choice("wet", 1), choice("dry", 1), choice("blue", 2), choice("red", 2)].join("");
    expect(moodle("gapselect", "<p>Say it.</p><p>Water is [[1]] and [[3]].</p>", choices)).toMatchObject({
      kind: "cloze",
      stem: "Say it.",
      cloze: "Water is [[wet | dry]] and [[blue | red]].",
    });
  });

  it("that names a choice which does not exist is refused", () =>
    expect(moodle("gapselect", "Water is [[2]].", choice("wet", 1))).toEqual({
      reason: "the text names [[2]], a choice that does not exist",
    }));
});

describe("several lists of answers in GIFT", () => {
  const gift = (text: string) => importOf("gift", "a.gift", text);

  it.each([
    "Say it.\n\nWater is {=wet ~dry} and {~red =blue}.",
    "::t::[markdown]Water is {1:MC:=wet~dry} and {:MULTICHOICE:~red~=blue}.",
  ])("are blanks: %j", (text) => {
    const [, last = ""] = text.split("Say it.\n\n");
    expect(gift(last === "" ? text : last)).toMatchObject({
      kind: "cloze",
      cloze: "Water is [[wet | dry]] and [[blue | red]].",
    });
  });

  it.each([
    ["Water is {=wet} and {=blue}.", "blank 1 has fewer than two options"],
    ["Water is {1:SHORTANSWER:=wet}.", "blank 1 is answered by SHORTANSWER"],
    ["Water is {~wet ~dry} and {=blue ~red}.", "blank 1 does not have exactly one correct option"],
  ])("that are none of ours are refused with the reason: %s", (text, reason) =>
    expect(gift(text)).toMatchObject({ reason: expect.stringContaining(reason) as string }),
  );
});

describe("inline choices of QTI", () => {
  const item = (body: string, keys: readonly string[]) =>
    importOf(
      "qti",
      "a.xml",
      `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="i">${keys
        .map(
          (key, i) =>
            `<responseDeclaration identifier="R${i + 1}" cardinality="single" baseType="identifier"><correctResponse><value>${key}</value></correctResponse></responseDeclaration>`,
        )
        .join("")}<itemBody>${body}</itemBody></assessmentItem>`,
    );
  const inline = (number: number, ...texts: readonly string[]) =>
    `<inlineChoiceInteraction responseIdentifier="R${number}">${texts
      .map((text) => `<inlineChoice identifier="${text[0]}">${text}</inlineChoice>`)
      .join("")}</inlineChoiceInteraction>`;

  it("are blanks within the text", () => {
    const body = `<p>Say it.</p><p>Water is ${inline(1, "dry", "wet")} and <b>${inline(2, "red", "blue")}</b>.</p>`;
    expect(item(body, ["w", "b"])).toMatchObject({
      kind: "cloze",
      stem: "Say it.",
      cloze: "Water is [[wet | dry]] and **[[blue | red]]**.",
    });
  });

  it("without a key are refused", () =>
    expect(item(`<p>Water is ${inline(1, "dry", "wet")}.</p>`, ["x"])).toEqual({
      reason: "the inline choice R1 has no right option",
    }));
});

describe("a text with blanks that is exported", () => {
  it.each(["moodle-xml", "qti", "qti12", "csv", "gift"])("comes back from %s as it was", (format) => {
    for (const text of [
      'A [[= b | %50% | {c} # d]] and [[\\~e/f\\g | h "i"]].',
      "- one [[a | b]]\n- two `[[c | d]]` and **[[e | f < g]]**",
    ]) {
      const out = findFormat(format)?.exporter?.({ exam, drafts: [cloze(text)] });
      const [item] = findFormat(format)?.importer?.({ exam, files: out?.files ?? [] }).items ?? [];
      expect(item?.status === "refused" ? item.reason : item?.draft.cloze).toBe(text);
    }
  });

  it("does not show a QTI program or a paper which option is right", () => {
    expect(textOf("qti", "A [[b | a]].")).toMatch(/>a<\/qti-inline-choice>.*>b<\/qti-inline-choice>/s);
    const [paper, answers] = textOf("paper", "A [[b | a]].").split("</html>");
    expect(paper).toContain("<li>a / b</li>");
    expect(paper).toBe(textOf("paper", "A [[a | b]].").split("</html>")[0]);
    expect(answers).toContain("A <strong>b</strong>.");
  });

  it("stands within its text in GIFT with one blank, and is a matching with more", () => {
    expect(textOf("gift", "A [[b \\= c | d]] e.")).toContain("=b \\= c\n~d\n####");
    const text = textOf("gift", "A [[b | c]] and [[d | e]].");
    expect(text).toContain("A [[1]] and [[2]].");
    expect(text).toContain("=[[1]] -> b\n= -> c\n=[[2]] -> d\n= -> e\n####");
  });

  it("is a card of Anki that can be read, and says that it does not come back", () => {
    expect(textOf("anki", "A [[b | a]].")).toContain("A <u>( a / b )</u>.");
    const out = findFormat("anki")?.exporter?.({ exam, drafts: [sample] });
    expect(out?.items[0]?.notes).toEqual(["a card of a text with blanks cannot be imported again"]);
  });
});
