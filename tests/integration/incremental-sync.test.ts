import { expect, it } from "vitest";
import { syncBank } from "#lib/bank/write/sync";
import { fingerprintOf, hashFiles, type Manifest, releaseOfReader } from "#lib/cli/content-manifest";
import { loadBank } from "#lib/cli/load-bank";
import type { SourceFile } from "#lib/content/read/source";
import type { Database } from "#lib/db/database";
import { onEachDatabase } from "../support/each-database.ts";

const exam = `---
title: Exam
questions: 1
minutes: 60
passing: 70
domains: [{ id: d, title: Domain, weight: 100 }]
---
What it covers.
`;

const question = (stem: string) =>
  `---\ndomain: d\n---\n${stem}\n\n- [x] One\n- [ ] Two\n\n## Explanation\n\nSo it is.\n`;

function bank(files: Readonly<Record<string, string>>): readonly SourceFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
}

/** Syncs as the command does, and returns also the names of the questions that were parsed. */
async function sync(db: Database, files: readonly SourceFile[], previous: Manifest | null) {
  const hashes = hashFiles(files);
  const fingerprint = await fingerprintOf(hashes);
  const { content, entries, problems } = loadBank(files, hashes, fingerprint, previous);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const parsed = content.exams.flatMap(({ questions }) => questions.map(({ name }) => name));
  const counts = await syncBank({ db, content, now: new Date("2026-11-22T12:00:00Z") });
  return { counts, parsed, manifest: { fingerprint, release: await releaseOfReader(), entries } };
}

onEachDatabase("an incremental sync", (database) => {
  const first = { "x/exam.md": exam, "x/a.md": question("A?"), "x/b.md": question("B?"), "x/c.md": question("C?") };
  let manifest: Manifest;

  it("parses everything when nothing is known", async () => {
    const done = await sync(database.db, bank(first), null);
    expect(done.parsed).toEqual(["a", "b", "c"]);
    expect(done.counts).toEqual({ added: 3, revised: 0, unchanged: 0, retired: 0 });
    manifest = done.manifest;
  });

  it("parses only what changed, and counts all", async () => {
    const { "x/c.md": _gone, ...kept } = first;
    const files = bank({ ...kept, "x/b.md": question("B, but better?"), "x/d.md": question("D?") });
    const done = await sync(database.db, files, manifest);
    expect(done.parsed).toEqual(["b", "d"]);
    expect(done.counts).toEqual({ added: 1, revised: 1, unchanged: 1, retired: 1 });
    const full = await sync(database.db, files, null);
    expect(full.counts, "as a full sync would leave it").toEqual({ added: 0, revised: 0, unchanged: 3, retired: 0 });
    expect(full.manifest).toEqual(done.manifest);
    manifest = done.manifest;
  });

  it("keeps a renamed file's question, and brings a retired one back", async () => {
    const files = bank({
      "x/exam.md": exam,
      "x/deep/a.md": question("A?"),
      "x/b.md": question("B, but better?"),
      "x/c.md": question("C?"),
      "x/d.md": question("D?"),
    });
    const done = await sync(database.db, files, manifest);
    expect(done.parsed.sort()).toEqual(["a", "c"]);
    expect(done.counts).toEqual({ added: 0, revised: 0, unchanged: 4, retired: 0 });
    expect(await database.db.read.question.count({ where: { retiredAt: null } })).toBe(4);
    manifest = done.manifest;
  });

  it("parses every question of an exam whose domains or images changed", async () => {
    const files = {
      "x/exam.md": exam,
      "x/deep/a.md": question("A?"),
      "x/b.md": question("B, but better?"),
      "x/c.md": question("C?"),
      "x/d.md": question("D?"),
    };
    const wider = exam.replace("weight: 100 }]", "weight: 50 }, { id: e, title: Other, weight: 50 }]");
    expect((await sync(database.db, bank({ ...files, "x/exam.md": wider }), manifest)).parsed).toHaveLength(4);
    expect((await sync(database.db, bank({ ...files, "x/plot.png": "bytes" }), manifest)).parsed).toHaveLength(4);
  });
});
