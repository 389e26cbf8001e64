import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import Driver from "better-sqlite3";
import { expect, it } from "vitest";
import { migrate } from "#lib/db/migrate";
import { definition, makeQuestion } from "../support/bank.ts";

const now = new Date("2026-11-22T12:00:00Z");

it("holds the questions of a database that an earlier release has left", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-search-"));
  try {
    const [former, file] = [relative(process.cwd(), join(folder, "former")), join(folder, "old.db")];
    const all = (await readdir("prisma/migrations/sqlite")).filter((name) => !name.endsWith("_search"));
    for (const name of all)
      await cp(join("prisma/migrations/sqlite", name), join(former, "sqlite", name), { recursive: true });
    await migrate(`file:${file}`, { folder: former });
    const old = new Driver(file);
    const insert = (table: string, row: Record<string, string | number>) =>
      old
        .prepare(
          `INSERT INTO "${table}" (${Object.keys(row).map((key) => `"${key}"`)}) VALUES (${Object.keys(row).map(() => "?")})`,
        )
        .run(Object.values(row));
    old.pragma("foreign_keys = OFF");
    const question = makeQuestion("old", { stem: "An old stem of lignite?" });
    insert("Exam", { slug: "sample", title: "Sample", definition: JSON.stringify(definition), contentHash: "1" });
    insert("Question", { id: "q", examSlug: "sample", name: "old", domain: "a", revisionId: "r" });
    insert("Revision", {
      id: "r",
      questionId: "q",
      number: 1,
      contentHash: "1",
      publicPart: question.publicPart,
      secretPart: question.secretPart,
      createdAt: now.toISOString(),
    });
    old.close();
    await migrate(`file:${file}`);
    const migrated = new Driver(file);
    const found = migrated
      .prepare(
        `SELECT s."stem" FROM "SearchIndex" f JOIN "SearchText" s ON s."id" = f.rowid WHERE f."SearchIndex" MATCH 'lignite AND sample'`,
      )
      .pluck()
      .all();
    migrated.close();
    expect(found).toEqual(["An old stem of lignite?"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
