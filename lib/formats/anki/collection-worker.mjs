/** Reads the notes of an Anki collection, a SQLite file of a stranger, in a thread that can be ended. */
import { workerData } from "node:worker_threads";
import Database from "better-sqlite3";

const { bytes, port, signal, limits } = workerData;

/** Only tables of plain columns are read: a view or a computed column could go on for ever. */
function checkTables(db, names) {
  const find = db.prepare("SELECT type, sql FROM sqlite_schema WHERE name = ?");
  for (const name of names) {
    const { type, sql } = find.get(name) ?? {};
    if (type !== "table" || /\bvirtual\b|\bas\s*\(/i.test(sql))
      throw new Error(`it has no table ${name} as Anki makes it`);
  }
}

/**
 * Names in new collections are sorted by a rule that only Anki knows, without which SQLite reads no table of theirs. One that
 * it knows stands in its place in the schema; nothing here is looked up by a name.
 */
function withKnownCollation(file) {
  const [own, known] = ["COLLATE unicase", "COLLATE nocase "];
  for (let at = file.indexOf(own); at >= 0; at = file.indexOf(own, at)) file.write(known, at);
  return file;
}

/** Note types and decks as JSON: schema 11 keeps them so, schema 18 has tables of them. */
function kindsOf(db) {
  if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'notetypes'").get() === undefined) {
    checkTables(db, ["col"]);
    return db.prepare("SELECT models, decks FROM col LIMIT 1").get() ?? {};
  }
  checkTables(db, ["notetypes", "fields", "decks"]);
  const models = {};
  const fields = db.prepare("SELECT name FROM fields WHERE ntid = ? ORDER BY ord");
  for (const { id, name } of db.prepare("SELECT id, name FROM notetypes").all())
    models[id] = { name, flds: fields.all(id) };
  const decks = {};
  for (const { id, name } of db.prepare("SELECT id, name FROM decks").iterate())
    decks[id] = { name: name.replaceAll("\x1f", "::") };
  return { models: JSON.stringify(models), decks: JSON.stringify(decks) };
}

function read() {
  const db = new Database(withKnownCollation(Buffer.from(bytes)), { readonly: true });
  db.pragma("trusted_schema = OFF");
  db.pragma("cell_size_check = ON");
  checkTables(db, ["notes", "cards"]);
  const { models, decks } = kindsOf(db);
  const deckOf = new Map();
  for (const { nid, did } of db.prepare("SELECT nid, did FROM cards ORDER BY ord DESC").iterate()) deckOf.set(nid, did);
  const notes = [];
  let size = 0;
  for (const row of db.prepare("SELECT id, guid, mid, tags, flds FROM notes ORDER BY id").iterate()) {
    const fields = String(row.flds ?? "");
    size += fields.length;
    if (notes.length === limits.notes) throw new Error(`it has more than ${limits.notes} notes: export it in parts`);
    if (size > limits.characters)
      throw new Error(`its notes have more than ${limits.characters} characters: export it in parts`);
    notes.push({
      guid: String(row.guid ?? ""),
      model: String(row.mid),
      deck: String(deckOf.get(row.id) ?? ""),
      tags: String(row.tags ?? ""),
      fields: fields.split("\x1f"),
    });
  }
  return { models: String(models ?? ""), decks: String(decks ?? ""), notes };
}

function outcome() {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    // What SQLite says about a file that is no database, or is damaged, is reported for the package.
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

port.postMessage(outcome());
Atomics.store(signal, 0, 1);
Atomics.notify(signal, 0);
