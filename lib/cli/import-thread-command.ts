import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { database } from "#lib/db/current";
import { importThread } from "#lib/discussion/write/import-thread";
import { CommandRefused } from "./end-with.ts";
import { migrateDatabase } from "./migrate-database.ts";

/** Imports a thread from elsewhere and prints the result for every line; exit code 1 if one was refused. */
export async function importThreadCommand(file: string, options: { exam: string }): Promise<void> {
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new CommandRefused(`there is no file ${file}: name a file with one JSON object a line`);
  await migrateDatabase();
  const db = database();
  try {
    const exam = await db.read.exam.findUnique({ where: { slug: options.exam }, select: { slug: true } });
    if (exam === null)
      throw new CommandRefused(`there is no exam ${options.exam} in the database: sync it first, or name another`);
    const lines = createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
    const request = { db, examSlug: exam.slug, lines, now: new Date() };
    const { imported, alreadyThere, refused, notes } = await importThread(request);
    for (const { line, message } of notes) process.stdout.write(`${file}:${line}  note  ${message}\n`);
    for (const { line, message } of refused) process.stdout.write(`${file}:${line}  refused  ${message}\n`);
    process.stdout.write(`${imported} imported, ${alreadyThere} already there, ${refused.length} refused\n`);
    if (refused.length > 0) process.exitCode = 1;
  } finally {
    await db.close();
  }
}
