import { describe, expect, it } from "vitest";
import type { QuestionDraft } from "#lib/content/draft";
import { parseDraft } from "#lib/content/parse-draft";
import { capabilities } from "../capabilities.ts";
import { findFormat, formatsBothWays } from "../registry.ts";
import type { ImportReport, SourceFile } from "../report.ts";
import { againText } from "./again-text.ts";
import { planImport } from "./plan-import.ts";
import { type ImportRecord, readRecords, writeRecords } from "./records.ts";

const exam = { slug: "shed", title: "Shed", domains: [{ id: "storage", title: "Storage" }] };
const context = { slug: "shed", domains: ["storage"], cases: new Map() };

/** An exam's folder in memory, imported into again and again. */
class Folder {
  readonly files = new Map<string, string>();
  private kept = "";

  get records(): readonly ImportRecord[] {
    return readRecords(this.kept).records;
  }

  /** What was said of questions that were there. */
  take(report: ImportReport | undefined, overwrite = false): readonly string[] {
    const items = (report?.items ?? []).flatMap((item) => (item.status === "refused" ? [] : [item]));
    const { files, records } = this;
    const draftOf = (id: string, text = files.get(id)) =>
      text === undefined ? null : parseDraft(`${id}.md`, text).draft;
    const bank = {
      context,
      records,
      idsByText: new Map([...files].map(([id, text]) => [text, id])),
      draftOf,
      importedOf: ({ id, text }: ImportRecord) => draftOf(id, text),
      fileOf: (id: string) => (files.has(id) ? { path: `${id}.md`, raw: files.get(id) ?? "" } : null),
    };
    const planned = planImport(items, bank, overwrite);
    for (const { id, write } of planned) if (write !== null) files.set(id, write.text);
    const all = new Map([...records, ...planned.flatMap(({ record }) => record ?? [])].map((each) => [each.id, each]));
    this.kept = writeRecords(all.values());
    return againText(planned, records);
  }

  import(format: string, files: readonly SourceFile[], overwrite = false): readonly string[] {
    return this.take(findFormat(format)?.importer?.({ exam, files, takenIds: [...this.files.keys()] }), overwrite);
  }

  text(format: string, text: string, overwrite = false, path = "bank.txt"): readonly string[] {
    return this.import(format, [{ path, bytes: new TextEncoder().encode(text) }], overwrite);
  }

  edit(id: string, from: string, to: string): void {
    const text = this.files.get(id) ?? "";
    expect(text).toContain(from);
    this.files.set(id, text.replace(from, to));
  }
}

const plain = capabilities[0]?.sample as QuestionDraft;

describe.each(formatsBothWays)("$name, imported again", ({ name, exporter }) => {
  const out = (changes: Partial<QuestionDraft>) => exporter?.({ exam, drafts: [{ ...plain, ...changes }] }).files ?? [];

  it("updates what the source changed, and keeps what the author changed", () => {
    const folder = new Folder();
    folder.import(name, out({}));
    folder.edit("oldest-entry", "First in, first out.", "First in, first out: that is *all*.");
    const options = plain.options.map((option, at) => (at === 1 ? { ...option, text: "A pile" } : option));
    expect(folder.import(name, out({ options }))).toEqual([
      "oldest-entry: options and key updated from the source",
      "oldest-entry: explanation kept, as changed by hand",
      "0 of 1 known questions match the source",
    ]);
    expect([...folder.files.keys()]).toEqual(["oldest-entry"]);
    expect(folder.files.get("oldest-entry")).toContain("- [ ] A pile");
    expect(folder.files.get("oldest-entry")).toContain("that is *all*.");
  });

  it("leaves alone what both changed, and says so until it is settled", () => {
    const folder = new Folder();
    folder.import(name, out({}));
    folder.edit("oldest-entry", "serves the **oldest**", "gives the **oldest**");
    const changed = out({ stem: "Which structure hands out the **oldest** entry first?" });
    const reported = [
      "oldest-entry: not changed, although the source differs: stem; change it by hand, or import with --overwrite",
    ];
    const count = "of 1 known questions match the source";
    expect(folder.import(name, changed)).toEqual([...reported, `0 ${count}`]);
    expect(folder.files.get("oldest-entry")).toContain("gives the **oldest**");
    expect(folder.import(name, changed)).toEqual([...reported, `0 ${count}`]);
    folder.import(name, changed, true);
    expect(folder.files.get("oldest-entry")).toContain("hands out the **oldest**");
    expect(folder.import(name, changed)).toEqual([`1 ${count}`]);
  });

  it("knows a question that was exported from here by its id", () => {
    const folder = new Folder();
    folder.import(name, out({}));
    const files = new Folder();
    files.files.set("oldest-entry", (folder.files.get("oldest-entry") ?? "").replace("serves", "gives"));
    expect(files.import(name, out({}))[0]).toContain("although the source differs: stem");
    expect([...files.files.keys()]).toEqual(["oldest-entry"]);
  });
});

describe("a source without names for its questions", () => {
  const aiken = (stem: string, ...options: string[]) =>
    `${stem}\n${options.map((text, at) => `${"ABCDE"[at]}. ${text}`).join("\n")}\nANSWER: A\n\n`;
  const first = aiken("Which is the longest river here?", "Danube", "Rhine", "Elbe");

  it("is recognised by the question where its options changed", () => {
    const folder = new Folder();
    folder.text("aiken", first);
    folder.text("aiken", first.replace("Elbe", "Oder"));
    expect([...folder.files.keys()]).toEqual(["which-is-the-longest-river-here"]);
    expect(folder.files.get("which-is-the-longest-river-here")).toContain("- [ ] Oder");
  });

  it("is recognised by its options where the question changed, also under a name that a browser gives", () => {
    const folder = new Folder();
    folder.text("aiken", first, false, "rivers.txt");
    folder.text("aiken", first.replace("is the longest", "might be the longest"), false, "rivers (1).txt");
    expect([...folder.files.values()]).toHaveLength(1);
    expect([...folder.files.values()][0]).toContain("might be the longest");
  });

  it.each([
    ["another question with the same words", aiken("Which is the longest river here?", "Nile", "Congo", "Niger")],
    ["another question with the same options", aiken("Where does Linz lie?", "Danube", "Rhine", "Elbe")],
  ])("is not taken for %s", (_, other) => {
    const folder = new Folder();
    folder.text("aiken", first, false, "a.txt");
    folder.text("aiken", other, false, "other.txt");
    expect([...folder.files.values()]).toHaveLength(2);
  });

  it("takes no statement for a similar one: options that many questions have tell nothing", () => {
    const folder = new Folder();
    folder.text("gift", "Water boils at 100 degrees. {T}");
    folder.text("gift", "Water boils at 90 degrees. {F}");
    expect([...folder.files.values()]).toHaveLength(2);
  });

  it("names what is no longer in it", () => {
    const folder = new Folder();
    folder.text("aiken", first + aiken("Which is the widest?", "Po", "Seine"));
    expect(folder.text("aiken", first)).toContain("no longer in the source, and not changed here: which-is-the-widest");
  });
});

describe("a file that is brought up to date", () => {
  const gift = (stem: string, explanation: string, ...options: string[]) =>
    `// [id:river]\n${stem} {\n${options.map((text, at) => `${at === 1 ? "=" : "~"}${text}`).join("\n")}\n####${explanation}\n}\n`;
  const before = gift("Which?", "Option B is it.", "One", "Two", "Three");

  it("keeps every other byte of it", () => {
    const folder = new Folder();
    folder.text("gift", before);
    folder.edit("river", "---\n", "---\n# by hand\nid: river\nchecked: 2026-11-22\n");
    const raw = `\uFEFF${(folder.files.get("river") ?? "").replaceAll("\n", "\r\n")}`;
    folder.files.set("river", raw);
    folder.text("gift", before.replace("Which?", "Which one\\n\\nis it?"));
    expect(folder.files.get("river")).toBe(raw.replace("Which?", "Which one\r\n\r\nis it?"));
  });

  it("does not let a letter of the author's name another option of the source's", () => {
    const folder = new Folder();
    folder.text("gift", before);
    folder.edit("river", "Option {B} is it.", "{B} it is, and no other.");
    const reported = folder.text("gift", gift("Which?", "Option C is it.", "Three", "One", "Two"));
    expect(reported[0]).toBe(
      "river: not changed, although the source differs: options and key and explanation; change it by hand, or import with --overwrite",
    );
    expect(folder.files.get("river")).toContain("- [ ] One\n- [x] Two");
  });

  it("takes no key from here and options from there", () => {
    const folder = new Folder();
    folder.text("gift", before);
    folder.edit("river", "- [ ] Three", "- [x] Three");
    folder.edit("river", "- [x] Two", "- [ ] Two");
    expect(folder.text("gift", before.replace("=Two", "=Two and a half"))[0]).toContain(
      "although the source differs: options and key",
    );
  });

  it("is not taken for what bears its name in another source", () => {
    const folder = new Folder();
    folder.text("gift", before);
    folder.text("gift", "// [id:river]\nHow deep is it? {=deep =very deep}\n", false, "depths.txt");
    expect([...folder.files.keys()]).toEqual(["river", "river-2"]);
  });
});

it("leaves out records that a merge has broken, and says which", () => {
  const one = { id: "a", from: "x", item: null, stem: "1", answers: "2", text: "t" };
  expect(readRecords(`<<<<<<< HEAD\n${JSON.stringify(one)}\n`)).toEqual({ records: [one], broken: [1] });
});
