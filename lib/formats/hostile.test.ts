import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { processorTime } from "../../tests/support/processor-time.ts";
import { inRun } from "../../tests/support/run-length.ts";
import { readPackage } from "./qti/read-package.ts";
import { findFormat, formats } from "./registry.ts";
import type { ImportReport } from "./report.ts";
import { readXml } from "./shared/read-xml.ts";

const exam = { slug: "warehouse", title: "Warehouse", domains: [{ id: "general", title: "General" }] };
const bytes = (text: string) => new TextEncoder().encode(text);

function importText(format: string, path: string, text: string | Uint8Array): ImportReport {
  const report = findFormat(format)?.importer?.({
    files: [{ path, bytes: typeof text === "string" ? bytes(text) : text }],
    exam,
  });
  if (!report) throw new Error(`no importer for ${format}`);
  return report;
}

function reasons(report: ImportReport): string[] {
  return report.items.map((item) => (item.status === "refused" ? item.reason : item.status));
}

/** `zip` with the declared size of its entry changed, in both places where it stands. */
function declaring(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return copy;
}

describe("packages", () => {
  it.each(["../evil.xml", "a/../../evil.xml", "/etc/evil.xml", "..\\evil.xml", "C:\\evil.xml", "./evil.xml"])(
    "refuses a package with the entry %s whole",
    (name) => {
      expect(readPackage(zipSync({ "ok.xml": bytes("<a/>"), [name]: bytes("x") }))).toEqual({
        ok: false,
        reason: expect.stringContaining("points outside the package"),
      });
    },
  );

  it("refuses an entry that declares more than the limit, before unpacking it", () => {
    const limits = { entries: 10, entryBytes: 1000, totalBytes: 1500 };
    expect(readPackage(zipSync({ a: new Uint8Array(1001) }), limits)).toMatchObject({ ok: false });
    expect(readPackage(zipSync({ a: new Uint8Array(900), b: new Uint8Array(900) }), limits)).toMatchObject({
      ok: false,
    });
    expect(readPackage(zipSync({ a: new Uint8Array(900) }), limits)).toMatchObject({ ok: true });
  });

  it("refuses more entries than the limit", () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`f${index}`, bytes("x")]));
    expect(readPackage(zipSync(many), { entries: 10, entryBytes: 1000, totalBytes: 1000 })).toMatchObject({
      ok: false,
    });
  });

  it("refuses a bomb that lies about its size, without unpacking all of it", () => {
    const bomb = declaring(zipSync({ "bomb.xml": new Uint8Array(20_000_000) }), 10);
    const started = processorTime();
    expect(readPackage(bomb)).toEqual({
      ok: false,
      reason: expect.stringContaining("unpacks to more than the 10 bytes"),
    });
    expect(processorTime() - started).toBeLessThan(5_000);
  });

  it("refuses an entry shorter than declared, one that is damaged, and a package cut off", () => {
    const zip = zipSync({ "a.xml": bytes("<a>some text to pack</a>".repeat(20)) });
    expect(readPackage(declaring(zip, 5000))).toMatchObject({ ok: false });
    const damaged = zip.slice();
    damaged[40] = (damaged[40] ?? 0) ^ 0xff;
    expect(readPackage(damaged)).toMatchObject({ ok: false });
    expect(readPackage(zip.subarray(0, zip.length - 30))).toMatchObject({ ok: false });
  });

  it("reads __proto__ as the name it is", () => {
    const result = readPackage(zipSync({ __proto__x: bytes("x"), "constructor/a": bytes("y") }));
    expect(result.ok && result.files.map(({ path }) => path)).toEqual(["__proto__x", "constructor/a"]);
  });

  it("reports a bad package as one refused item", () => {
    expect(reasons(importText("qti", "bad.zip", zipSync({ "../x": bytes("") })))).toEqual([
      expect.stringContaining("points outside"),
    ]);
    expect(reasons(importText("qti", "cut.zip", bytes("PK\u0003\u0004")))).toEqual([
      "this is not a complete zip package",
    ]);
  });
});

describe("XML", () => {
  it.each([
    '<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><quiz>&b;</quiz>',
    '<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>',
    '<quiz>\n<!ENTITY x SYSTEM "http://example.org">\n</quiz>',
  ])("refuses a document type or entity: %s", (xml) => {
    expect(readXml(xml)).toEqual({ ok: false, reason: expect.stringContaining("document type or entity is declared") });
  });

  it("leaves an entity that it does not know as it is", () => {
    const result = readXml("<a>&lt;&unknown;&#65;&#x1F600;&#99999999;</a>");
    expect(result.ok && result.root.children.join("")).toBe("<&unknown;A😀&#99999999;");
  });

  it("reads what looks like a document type within CDATA as text", () => {
    const result = readXml("<a><![CDATA[<!DOCTYPE html>]]></a>");
    expect(result.ok && result.root.children).toEqual(["<!DOCTYPE html>"]);
  });

  it("refuses elements nested a hundred thousand deep, with the line", () => {
    expect(readXml(`<a>\n${"<b>".repeat(100_000)}`)).toEqual({
      ok: false,
      reason: "line 2: elements are nested deeper than 100 levels",
    });
  });

  it("refuses names that mean something to JavaScript", () => {
    expect(readXml("<a><__proto__>1</__proto__></a>").ok).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("says where XML is not well-formed", () => {
    expect(reasons(importText("moodle-xml", "a.xml", "<quiz>\n<question>\n</quiz>"))).toEqual([
      expect.stringContaining("line"),
    ]);
  });
});

describe("encodings", () => {
  const good = "### Which?\n\n- [x] Ä\n- [ ] B\n";

  it("reads a byte order mark, Windows line ends and UTF-16", () => {
    const plain = importText("markdown-bank", "a.md", good);
    expect(importText("markdown-bank", "a.md", `\uFEFF${good.replaceAll("\n", "\r\n")}`)).toEqual(plain);
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...good].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    ]);
    expect(importText("markdown-bank", "a.md", utf16)).toEqual(plain);
  });

  it.each(formats.filter(({ importer }) => importer !== null))(
    "refuses text that is not UTF-8, with its line, in $name",
    ({ name, extensions }) => {
      const broken = Uint8Array.from([...bytes("one\ntwo "), 0xff, 0xfe, ...bytes("\nthree")]);
      const report = importText(name, `a.${extensions.at(-1)}`, broken);
      expect(reasons(report)).toEqual(["line 2 is not valid UTF-8: save the file as UTF-8"]);
    },
  );

  it("refuses NUL characters", () => {
    expect(reasons(importText("csv", "a.csv", "stem\n\0"))).toEqual([expect.stringContaining("line 2 holds a NUL")]);
  });
});

describe("names", () => {
  it.each(["../../etc/passwd", "..", "/", "con", "README", "exam", "a\\..\\b", "\u202Eevil", "💥"])(
    "never writes outside the target for the stem %s",
    (stem) => {
      const item = importText("csv", "a.csv", `id,stem,a,b,correct\n"${stem}","${stem}",one,two,A\n`).items[0];
      const id = item && item.status !== "refused" ? item.draft.id : "";
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(["con", "readme", "exam", "index"]).not.toContain(id);
    },
  );

  it("reads a __proto__ key and column as data", () => {
    const quiz = importText(
      "mdquiz",
      "a.md",
      "---\nquestion: Which?\n__proto__: x\nconstructor: y\n---\n- [x] a\n- [ ] b\n",
    );
    expect(quiz.items[0]?.notes).toEqual(expect.arrayContaining(["not kept: __proto__ x", "not kept: constructor y"]));
    const table = importText("csv", "a.csv", "stem,a,b,correct,__proto__\nWhich?,one,two,A,x\n");
    expect(table.items[0]?.notes).toContain('not kept: __proto__ "x"');
  });
});

describe("time", () => {
  /** Characters. A time that grows with the square of them goes beyond the limit in either run. */
  const long = inRun(6_000, 100_000);
  const repeated = (text: string) => text.repeat(Math.ceil(long / text.length));
  const patterns: readonly [string, string][] = [
    ["brackets", repeated("[")],
    ["image starts", repeated("![")],
    ["links", repeated("[a](")],
    ["stars", repeated("*a ")],
    ["backticks", Array.from({ length: 400 }, (_, index) => "`".repeat(index + 1)).join(" ")],
    ["quotes", repeated("> ")],
    ["nested lists", Array.from({ length: 400 }, (_, index) => `${" ".repeat(index)}- a\n\n`).join("")],
    ["open comments", repeated("<!-- ")],
    ["open tags", repeated("<p>a")],
    ["nested tags", repeated("<div>")],
    ["broken tags", repeated("<a")],
    ["spaces", `A,${" ".repeat(long)}`],
    ["commas", repeated("A, ")],
    ["letters", repeated("A and B, ")],
    ["dollars", repeated("$a ")],
    ["braces", repeated("{=a~")],
    ["equals", repeated("=")],
    ["backslashes", repeated("\\")],
    ["details", repeated("<details>")],
    ["boxes", repeated("- [ ] a\n")],
    ["headings", repeated("### a?\n")],
    ["numbers", repeated("1. a\n")],
    ["options", repeated("A. a\nB. b\n\n")],
    ["yaml", `---\n${repeated("[")}\n---\n`],
    ["entities", repeated("&amp;")],
    ["table", repeated("| a ")],
  ];
  const wrapped: Readonly<Record<string, (text: string) => string>> = {
    "moodle-xml": (text) =>
      `<quiz><question type="multichoice"><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext><generalfeedback><text><![CDATA[${text}]]></text></generalfeedback><answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer></question></quiz>`,
    qti: (text) =>
      `<assessmentItem identifier="a"><responseDeclaration identifier="R"><correctResponse><value>A</value></correctResponse></responseDeclaration><itemBody><p><![CDATA[${text}]]></p><choiceInteraction responseIdentifier="R" maxChoices="1"><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice></choiceInteraction></itemBody></assessmentItem>`,
    gift: (text) => `Which? ${text} {=a ~b#${text}}`,
    csv: (text) => `stem,a,b,correct,explanation\nWhich?,a,b,A,"${text.replaceAll('"', '""')}"\n`,
    anki: (text) => `"Which?<br>A. a<br>B. b"\t"A<br>${text.replaceAll('"', '""')}"\n`,
    "markdown-bank": (text) => `### Which?\n\n- [x] a\n- [ ] b\n\n${text}\n`,
    "markdown-letters": (text) => `1. Which?\n\n${text}\n\nA. a\nB. b\n\nAnswer: A\n\n${text}\n`,
    mdquiz: (text) => `---\nquestion: Which?\n---\n- [x] a\n  > ${text.replaceAll("\n", " ")}\n- [ ] b\n\n${text}\n`,
    aiken: (text) => `Which? ${text}\nA. a\nB. b\nANSWER: A\n`,
  };

  describe.each(formats.filter(({ importer }) => importer !== null))("$name", ({ name, extensions }) => {
    it.each(patterns)(`ends soon on ${long} characters of %s, alone and within a question`, (_, text) => {
      for (const content of [
        text,
        (wrapped[name] ?? ((given: string) => given))(text),
        (wrapped[name] ?? ((given: string) => given))(text.slice(0, long * 0.4)),
      ]) {
        const started = processorTime();
        const report = importText(name, `a.${extensions.at(-1)}`, content);
        expect(report.found).toBeGreaterThan(0);
        // A tenth of it on a quiet machine. What goes back and forth takes minutes.
        expect(processorTime() - started).toBeLessThan(long * 0.5);
      }
    });
  });
});
