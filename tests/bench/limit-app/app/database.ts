import Database from "better-sqlite3";

const shared = globalThis as typeof globalThis & { limit?: ReturnType<typeof open> };

function open() {
  const db = new Database(process.env.LIMIT_DATABASE as string);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  return {
    read: db.prepare("SELECT text FROM page WHERE id = ?"),
    write: db.prepare("INSERT INTO saved (body) VALUES (?)"),
  };
}

/** One statement that reads and one that writes and is on disk when it returns. */
export function statements() {
  shared.limit ??= open();
  return shared.limit;
}

export function readText(id: string): string {
  return (statements().read.get(id) as { text: string } | undefined)?.text ?? "";
}
