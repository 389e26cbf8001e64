import Database from "better-sqlite3";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { noDraftAnswer } from "#lib/content/kinds/kind";
import { readPackage } from "../qti/read-package.ts";
import { findFormat } from "../registry.ts";
import type { ImportReport } from "../report.ts";
import { collectionSchema, noteType } from "./collection.ts";

const exam = { slug: "knots", title: "Knots", domains: [{ id: "ropes", title: "Ropes" }] };
const bytes = (text: string) => new TextEncoder().encode(text);
const picture = Uint8Array.from([137, 80, 78, 71]);

const models = {
  "7": { name: "Basic", flds: [{ name: "Front" }, { name: "Back" }] },
  "8": { name: "Cloze", flds: [{ name: "Text" }, { name: "Back Extra" }] },
};
const decks = { "1": { name: "Default" }, "5": { name: "Sea::Ropes" } };

/** A collection with these notes: note type, and fields. */
function collection(notes: readonly (readonly [string, ...string[]])[], schema = collectionSchema): Uint8Array {
  const db = new Database(":memory:");
  db.exec(schema);
  const none = "0, 0, 0, 11, 0, 0, 0, '{}'";
  db.prepare(`INSERT INTO col VALUES (1, ${none}, ?, ?, '{}', '{}')`).run(
    JSON.stringify(models),
    JSON.stringify(decks),
  );
  notes.forEach(([model, ...fields], index) => {
    db.prepare("INSERT INTO notes VALUES (?, ?, ?, 0, 0, ' knots  rope ', ?, '', 0, 0, '')").run(
      index + 1,
      `g${index}!`,
      model,
      fields.join("\x1f"),
    );
    db.prepare("INSERT INTO cards VALUES (?, ?, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')").run(
      index + 1,
      index + 1,
    );
  });
  return new Uint8Array(db.serialize());
}

function importAll(files: Readonly<Record<string, Uint8Array>>): ImportReport {
  const report = findFormat("apkg")?.importer?.({ exam, files: [{ path: "knots.apkg", bytes: zipSync(files) }] });
  if (!report) throw new Error("no importer");
  return report;
}
const reasonOf = ({ items: [item] }: ImportReport) => (item?.status === "refused" ? item.reason : item?.status);

describe("a package of Anki", () => {
  it("has the notes of each type, with their images, tags and deck", () => {
    const notes = [
      ["7", 'Which <b>knot</b> is <img src="a knot.png">?', "A bowline"],
      ["8", "A {{c1::bend::a knot}} joins two ropes.", "So it is."],
      ["8", "A {{c1::bend}} joins {{c2::two}} ropes.", ""],
    ] as const;
    const report = importAll({
      "collection.anki2": collection(notes),
      media: bytes('{"0":"a knot.png"}'),
      "0": picture,
    });
    const [basic, cloze, gaps] = report.items;
    expect(basic).toMatchObject({
      place: "knots.apkg:1",
      sourceId: "g0!",
      draft: { kind: "text", domain: "ropes", tags: ["knots", "rope"], accepted: ["A bowline"] },
    });
    expect(basic?.status !== "refused" && basic?.assets[0]?.bytes).toEqual(picture);
    expect(cloze).toMatchObject({
      draft: { stem: "A _____ (a knot) joins two ropes.", accepted: ["bend"], explanation: "So it is." },
    });
    expect(gaps).toMatchObject({
      status: "refused",
      reason: "a cloze note with several gaps; a question here has one answer",
    });
  });

  it("is read from its newer collection where it has two", () => {
    const report = importAll({
      "collection.anki2": collection([["7", "Please update", "x"]]),
      "collection.anki21": collection([["7", "Which knot?", "Bend"]]),
    });
    expect(report.items.map(({ title }) => title)).toEqual(["Which knot?"]);
  });

  const withView = collectionSchema
    .replace(
      /CREATE TABLE notes \([^;]*;/,
      "CREATE TABLE n (x); CREATE VIEW notes AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x AS id, '' AS guid, 1 AS mid, '' AS tags, '' AS flds, x AS csum FROM r;",
    )
    .replace("CREATE INDEX ix_notes_usn ON notes (usn);", "")
    .replace("CREATE INDEX ix_notes_csum ON notes (csum);", "");

  it.each([
    [
      "whose new collection is not packed",
      { "collection.anki21b": bytes("x"), "collection.anki2": collection([]) },
      "the collection cannot be unpacked: it is not packed with Zstandard",
    ],
    ["without a collection", { media: bytes("{}") }, "the package holds no collection: it is none of Anki's"],
    [
      "whose collection is no database",
      { "collection.anki2": bytes("nothing of the kind") },
      "the collection cannot be read: file is not a database",
    ],
    [
      "whose notes never end",
      { "collection.anki2": collection([], withView) },
      "the collection cannot be read: it has no table notes as Anki makes it",
    ],
    ["without notes", { "collection.anki2": collection([]) }, "no note was found"],
  ])("%s is refused in words", (_, files, words) => expect(reasonOf(importAll(files))).toBe(words));

  it("of ours is the same bytes each time, and has a card for every note", () => {
    const draft = {
      id: "bend",
      kind: "text",
      domain: "ropes",
      difficulty: null,
      tags: [],
      origin: null,
      checked: null,
      case: null,
      shuffle: true,
      stem: "Which?",
      ...noDraftAnswer,
      accepted: ["bend"],
      explanation: "So.",
      references: [],
    } as const;
    const out = () => findFormat("apkg")?.exporter?.({ exam, drafts: [draft] }).files[0]?.bytes ?? new Uint8Array();
    expect(out()).toEqual(out());
    const unpacked = readPackage(out());
    const db = new Database(Buffer.from((unpacked.ok && unpacked.files[0]?.bytes) || []));
    expect(
      db.prepare("SELECT guid, mid, did, ord, due, csum > 0 AS summed FROM notes JOIN cards ON nid = notes.id").all(),
    ).toEqual([{ guid: "knots/bend", mid: noteType, did: expect.any(Number), ord: 0, due: 1, summed: 1 }]);
  });
});
