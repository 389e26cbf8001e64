import Database from "better-sqlite3";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { findFormat } from "../registry.ts";
import { collectionSchema } from "./collection.ts";
import { mediaEntryNames, unpackZstd } from "./newer-package.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
/** "A bowline makes a loop. ", two hundred times, as the program zstd packs it. */
const packed = Uint8Array.from(Buffer.from("KLUv/QRYBQEAwEEgYm93bGluZSBtYWtlcyBhIGxvb3AuIAEAlMr2cwywEmWw", "base64"));

/** Bytes as a frame of Zstandard that packs nothing. */
function stored(content: Uint8Array): Uint8Array {
  const blocks: number[] = [0x28, 0xb5, 0x2f, 0xfd, 0, 0x58];
  for (let at = 0; at === 0 || at < content.length; at += 100_000) {
    const part = content.subarray(at, at + 100_000);
    const head = (at + 100_000 >= content.length ? 1 : 0) + part.length * 8;
    blocks.push(head & 255, (head >> 8) & 255, head >> 16, ...part);
  }
  return Uint8Array.from(blocks);
}

describe("what Zstandard packed", () => {
  it("is unpacked, up to a limit", () => {
    const text = "A bowline makes a loop. ".repeat(200);
    expect(unpackZstd(packed)).toEqual(bytes(text));
    expect(unpackZstd(stored(bytes(text)))).toEqual(bytes(text));
    expect(unpackZstd(packed, 4_000)).toMatch(/more than 4000 bytes/);
  });

  it.each([
    ["no frame", bytes("nothing of the kind")],
    ["a frame that is cut off", packed.subarray(0, 20)],
    ["nothing", new Uint8Array()],
    ["a frame with a window of a gigabyte", Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0xa0, 1, 0, 0])],
  ])("is told where it is %s", (_, content) => expect(unpackZstd(content)).toEqual(expect.any(String)));
});

describe("a list of media in protobuf", () => {
  it("has its names in order, whatever else it says", () => {
    const entry = (name: string) => [0x0a, name.length, ...bytes(name), 0x10, 0x80, 0x02];
    const [one, two] = [entry("a.png"), entry("b c.png")];
    const list = Uint8Array.from([0x0a, one.length, ...one, 0x0a, two.length, ...two]);
    expect(mediaEntryNames(list)).toEqual(["a.png", "b c.png"]);
    expect(mediaEntryNames(list.subarray(0, 6))).toBeNull();
    expect(mediaEntryNames(new Uint8Array())).toEqual([]);
  });
});

/** A collection of schema 18, whose names are sorted by a rule of Anki's own. */
function collection(): Uint8Array {
  const db = new Database(":memory:");
  db.unsafeMode();
  db.exec(collectionSchema);
  db.exec(`
    CREATE TABLE notetypes (id integer PRIMARY KEY, name text NOT NULL COLLATE NOCASE, config blob);
    CREATE TABLE fields (ntid integer, ord integer, name text COLLATE NOCASE, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
    CREATE TABLE decks (id integer PRIMARY KEY, name text NOT NULL COLLATE NOCASE);
    CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
    CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
    CREATE UNIQUE INDEX idx_decks_name ON decks (name);
    INSERT INTO notetypes VALUES (7, 'Basic', x'');
    INSERT INTO fields VALUES (7, 0, 'Front'), (7, 1, 'Back');
    INSERT INTO decks VALUES (5, 'Sea' || char(31) || 'Ropes');
    INSERT INTO col VALUES (1, 0, 0, 0, 18, 0, 0, 0, '', '', '', '', '');
    INSERT INTO notes VALUES (1, 'g1', 7, 0, 0, ' knots ', 'Which <img src="knot.png">?' || char(31) || 'A bowline', '', 0, 0, '');
    INSERT INTO cards VALUES (1, 1, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '');
    PRAGMA writable_schema = 1;
    UPDATE sqlite_schema SET sql = replace(sql, 'NOCASE', 'unicase');
  `);
  return new Uint8Array(db.serialize());
}

it("a package of a new version of Anki is read with its decks, fields and images", () => {
  const picture = Uint8Array.from([137, 80, 78, 71]);
  const media = Uint8Array.from([0x0a, 10, 0x0a, 8, ...bytes("knot.png")]);
  const files = {
    meta: Uint8Array.from([0x08, 0x03]),
    "collection.anki2": bytes("Please update"),
    "collection.anki21b": stored(collection()),
    media: stored(media),
    "0": stored(picture),
  };
  const exam = { slug: "knots", title: "Knots", domains: [{ id: "ropes", title: "Ropes" }] };
  const report = findFormat("apkg")?.importer?.({ exam, files: [{ path: "knots.apkg", bytes: zipSync(files) }] });
  const [item] = report?.items ?? [];
  expect(item).toMatchObject({
    sourceId: "g1",
    draft: { kind: "text", domain: "ropes", tags: ["knots"], accepted: ["A bowline"] },
  });
  expect(item?.status !== "refused" && item?.assets[0]?.bytes).toEqual(picture);
});
