import { hash } from "node:crypto";
import Database from "better-sqlite3";
import { type Zippable, zipSync } from "fflate";
import type { Exporter } from "../report.ts";
import { utf8 } from "../shared/export-texts.ts";
import { collectionSchema, collectionSettings, noteType } from "./collection.ts";
import { type Card, cardsOf } from "./export.ts";

/** A fixed day makes the same questions the same bytes. */
const fixedDay = new Date(Date.UTC(1980, 0, 2));

/** Anki's package (schema 11, which every version of Anki reads): the same cards as in plain text, with their images. */
export const exportApkg: Exporter = (input) => {
  const { notes, media, items } = cardsOf(input);
  const now = input.now ?? fixedDay;
  const deck = { id: idOf(`deck ${input.exam.slug}`), name: input.exam.title.replace(/\s+/g, " ") };
  const names = Object.fromEntries(media.map(({ path }, index) => [String(index), path]));
  const entries: Zippable = {
    "collection.anki2": [collectionOf(notes, deck, now), { mtime: fixedDay }],
    media: [utf8(JSON.stringify(names)), { mtime: fixedDay }],
  };
  for (const [index, { bytes }] of media.entries()) entries[String(index)] = [bytes, { mtime: fixedDay }];
  return { files: [{ path: `${input.exam.slug}.apkg`, bytes: zipSync(entries) }], items };
};

function collectionOf(
  notes: readonly Card[],
  deck: { readonly id: number; readonly name: string },
  now: Date,
): Uint8Array {
  const db = new Database(":memory:");
  const seconds = Math.floor(now.getTime() / 1000);
  db.exec(collectionSchema);
  const { conf, models, decks, dconf } = collectionSettings(deck, seconds);
  db.prepare("INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')").run(
    seconds,
    seconds * 1000,
    seconds * 1000,
    conf,
    models,
    decks,
    dconf,
  );
  const insertNote = db.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  const insertCard = db.prepare("INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')");
  const ids = new Set<number>();
  notes.forEach(({ guid, front, back, tags }, index) => {
    let id = idOf(guid);
    while (ids.has(id)) id += 1;
    ids.add(id);
    const plain = front.replace(/<[^<>]*>/g, "");
    const sum = Number.parseInt(hash("sha1", plain, "hex").slice(0, 8), 16);
    insertNote.run(id, guid, noteType, seconds, ` ${tags.join(" ")} `, `${front}\x1f${back}`, plain, sum);
    insertCard.run(id, id, deck.id, seconds, index + 1);
  });
  const bytes = new Uint8Array(db.serialize());
  db.close();
  return bytes;
}

/** Anki's ids are milliseconds; one made of a name is the same each time, so that an import again finds its own. */
function idOf(name: string): number {
  const start = Date.UTC(2020, 0, 1);
  return start + (Number.parseInt(hash("sha1", name, "hex").slice(0, 12), 16) % 100_000_000_000);
}
