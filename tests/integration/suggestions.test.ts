import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Actor } from "#lib/access/access-table";
import { mintViewer, type Viewer } from "#lib/auth/viewer";
import { syncBank } from "#lib/bank/write/sync";
import type { Database } from "#lib/db/database";
import { listNotifications } from "#lib/notifications/read/list-notifications";
import type { Submission } from "#lib/suggestions/apply-suggestion";
import { getPatch, listSuggestions } from "#lib/suggestions/read/list-suggestions";
import { getSuggestionForm } from "#lib/suggestions/read/suggestion-form";
import { decideSuggestion } from "#lib/suggestions/write/decide-suggestion";
import { checkSuggestion, sendSuggestion } from "#lib/suggestions/write/send-suggestion";
import { tellPublished } from "#lib/suggestions/write/tell-published";
import { hashFiles } from "../../lib/cli/content-manifest.ts";
import { loadBank } from "../../lib/cli/load-bank.ts";
import { makePerson } from "../support/access/world.ts";
import { onEachDatabase } from "../support/each-database.ts";

const now = new Date("2026-11-29T12:00:00Z");
const exam = `---
title: Rivers
questions: 1
minutes: 5
passing: 50
domains:
  - { id: length, title: Length, weight: 100 }
---
`;
/** With a byte order mark and two kinds of line ends, as an editor on Windows may leave it. */
const source = `\uFEFF---\r
domain: length\r
---\r
Which river is the longest?\r
\r
- [ ] The Rhine\r
- [x] The Danube\r
  > {A} is shorter.
- [ ] The Elbe\r
\r
## Explanation\r
\r
Option B is 2,850 km long.\r
`;
/** A repository with the content folder in it. */
const repository = mkdtempSync(join(tmpdir(), "mockdown-repository-"));
mkdirSync(join(repository, ".git"));
afterAll(() => rmSync(repository, { recursive: true }));
const content = { folder: join(repository, "content"), exam: null, editUrl: "https://example.org/edit/" };
const place = { examSlug: "rivers", questionName: "longest" };

async function publish(db: Database, text: string, fingerprint: string): Promise<void> {
  const files = Object.entries({ "rivers/exam.md": exam, "rivers/longest.md": text }).map(([path, content]) => ({
    path,
    bytes: new TextEncoder().encode(content),
  }));
  const { content, problems } = loadBank(files, hashFiles(files), fingerprint, null);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  await syncBank({ db, content: { ...content, fingerprint }, now });
  await tellPublished({ db, now });
}

async function person(db: Database, actor: Actor, hasAnswered = true): Promise<Viewer> {
  const { viewer, learnerId } = await db.write((tx) => makePerson(tx, actor));
  const where = { examSlug_name: { examSlug: "rivers", name: "longest" } };
  const { id: questionId, revisionId } = await db.read.question.findUniqueOrThrow({ where });
  const disclosed = { learnerId: learnerId ?? "", questionId, revisionId: revisionId ?? "", disclosedAt: now };
  if (hasAnswered) await db.write((tx) => tx.disclosure.create({ data: disclosed }));
  return viewer;
}

/** Checks and sends an edit that the learner makes of the form as it is shown. */
async function send(db: Database, viewer: Viewer, submission: Partial<Submission>) {
  const shown = await getSuggestionForm(db, viewer, place, now);
  if (!shown.ok) throw new Error(shown.error);
  const correct = shown.value.form.entries.filter((entry) => entry.correct).map(({ index }) => `${index}`);
  const request = {
    db,
    viewer,
    place,
    base: shown.value.base,
    submission: { texts: {}, correct, removed: [], ...submission },
    now,
  };
  const checked = await checkSuggestion(request);
  return checked.ok ? sendSuggestion({ db, viewer, checked: checked.value, comment: "It is newer", now }) : checked;
}

onEachDatabase("suggested edits", (database) => {
  it("go from the form over the queue into a patch of the published file, and their authors hear when they are published", async () => {
    const { db } = database;
    await publish(db, source, "one");
    const learner = await person(db, "other");
    const shown = await getSuggestionForm(db, learner, place, now);
    if (!shown.ok) throw new Error(shown.error);
    const letterOf = (index: number) => shown.value.form.entries.find((entry) => entry.index === index)?.letter;
    expect(shown.value.form.explanation, "in the learner's letters").toBe(`Option {${letterOf(1)}} is 2,850 km long.`);

    const explanation = `Option ${letterOf(1)} is 2,857 km long, and {${letterOf(2)}} is shorter.`;
    expect(await send(db, learner, { texts: { explanation } })).toMatchObject({ ok: true });
    expect(await send(db, learner, { texts: { explanation } }), "sent twice").toMatchObject({ ok: true });

    const author = await person(db, "author", false);
    const [listed, ...others] = (await listSuggestions(db, author, content, now)) ?? [];
    expect(others).toEqual([]);
    expect(listed).toMatchObject({ comment: "It is newer", state: "open", isOutdated: false });
    expect(listed?.editUrl).toBe("https://example.org/edit/rivers/longest.md");
    expect(listed?.patch).toEqual({ path: "content/rivers/longest.md", isInRepository: true, hasReturns: true });
    expect(listed?.hunks).toContain("+Option {B} is 2,857 km long, and {C} is shorter.");
    const id = listed?.id ?? "";
    expect(await getPatch(db, author, id, content, now), "before it is accepted").toBeNull();
    const decide = { db, suggestionId: id, act: "accept", answer: "", now } as const;
    expect(await decideSuggestion({ ...decide, viewer: learner })).toMatchObject({ error: "not-an-author" });
    expect(await decideSuggestion({ ...decide, viewer: author })).toMatchObject({ ok: true });
    expect(await getPatch(db, learner, id, content, now)).toBeNull();

    const patch = (await getPatch(db, author, id, content, now)) ?? "";
    expect(patch).toMatch(/^From [\s\S]*\nSubject: \[PATCH\] rivers\/longest: a suggested edit\n/);
    expect(patch, "it says itself how it is applied").toContain(
      "\nIn the top folder of the repository: git am -3 --keep-cr ",
    );
    const elsewhere = await getPatch(db, author, id, { ...content, folder: tmpdir() }, now);
    expect(elsewhere).toMatch(/\nIn the folder of questions: git apply [\s\S]*\ndiff --git a\/rivers\/longest\.md /);
    const changed = applied(patch);
    expect(changed).toBe(
      source.replace("Option B is 2,850 km long.", "Option {B} is 2,857 km long, and {C} is shorter."),
    );

    await publish(db, source.replace("Which", "Which great"), "two");
    expect(await listNotifications(db, learner), "another change").toEqual([]);
    await publish(db, changed.replace("Which", "Which great").replaceAll("\r\n", "\n"), "three");
    await tellPublished({ db, now });
    expect(await listNotifications(db, learner)).toMatchObject([{ kind: "suggestion-published" }]);
    expect(await listSuggestions(db, author, content, now)).toMatchObject([{ state: "published" }]);
  });

  it("are for those who were shown the key, and hold what the checker lets pass", async () => {
    const { db } = database;
    await publish(db, source, "four");
    const stranger = await person(db, "other", false);
    expect(await getSuggestionForm(db, stranger, place, now)).toMatchObject({ error: "not-disclosed" });
    const learner = await person(db, "other");
    expect(await send(db, learner, {})).toMatchObject({ error: "nothing-changed" });
    expect(await send(db, learner, { correct: [] })).toMatchObject({ error: "not-sendable" });
    expect(await send(db, await person(db, "suspended"), { texts: { stem: "Which?" } })).toMatchObject({
      error: "suspended",
    });
    expect(await send(db, mintViewer(learner.learnerId, null), { texts: { stem: "Which?" } })).toMatchObject({
      error: "sign-in-first",
    });
    const outdated = { base: "0".repeat(40), submission: { texts: {}, correct: ["1"], removed: [] } };
    expect(await checkSuggestion({ db, viewer: learner, place, now, ...outdated })).toMatchObject({
      error: "changed-meanwhile",
    });
  });

  it("are declined with a reason, which their author reads", async () => {
    const { db } = database;
    await publish(db, source, "five");
    const learner = await person(db, "other");
    const author = await person(db, "moderator", false);
    expect(await send(db, learner, { texts: { stem: "Which river of these is the longest?" } })).toMatchObject({
      ok: true,
    });
    const id = (await listSuggestions(db, author, content, now))?.find(({ state }) => state === "open")?.id ?? "";
    const decide = { db, viewer: author, suggestionId: id, act: "decline", now } as const;
    expect(await decideSuggestion({ ...decide, answer: "" })).toMatchObject({ error: "say-why" });
    expect(await decideSuggestion({ ...decide, answer: "It is clear." })).toMatchObject({ ok: true });
    expect(await listNotifications(db, learner)).toMatchObject([{ kind: "suggestion-declined", text: "It is clear." }]);
  });

  it("are made against the newest text of a file whose wording stays", async () => {
    const { db } = database;
    await publish(db, source, "six");
    const tagged = source.replace("domain: length\r\n", "domain: length\r\ntags: [big]\r\n");
    await publish(db, tagged, "seven");
    const kept = await db.read.question.findUniqueOrThrow({
      where: { examSlug_name: { examSlug: "rivers", name: "longest" } },
      select: { current: { select: { source: true, file: true } } },
    });
    expect(kept.current).toEqual({ source: tagged, file: "rivers/longest.md" });
  });
});

/** The file after `git apply`, in a repository whose root the patch is for. */
function applied(patch: string): string {
  const folder = mkdtempSync(join(tmpdir(), "mockdown-patch-"));
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, stdio: "pipe" });
  git("init", "--quiet");
  mkdirSync(join(folder, "content/rivers"), { recursive: true });
  const file = join(folder, "content/rivers/longest.md");
  writeFileSync(file, source);
  writeFileSync(join(folder, "a.patch"), patch);
  git("apply", "--check", "a.patch");
  git("apply", "--whitespace=nowarn", "a.patch");
  const text = readFileSync(file, "utf8");
  rmSync(folder, { recursive: true });
  return text;
}
