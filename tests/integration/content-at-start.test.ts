import { spawn } from "node:child_process";
import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandArguments } from "../../lib/cli/command-arguments.mjs";
import { commandsOn, ended, keepOutput, startToEnd } from "../support/command-line.ts";
import { freePort } from "../support/free-port.ts";

describe("content that cannot be shown", () => {
  let folder: string;
  let file: string;
  let content: string;
  let empty: string;
  const run = commandsOn(() => file);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mockdown-content-"));
    file = join(folder, "mockdown.db");
    [content, empty] = [await mkdtemp(join(folder, "broken-")), await mkdtemp(join(folder, "empty-"))];
    await cp("tests/fixtures/exam-bank/sample", join(content, "sample"), { recursive: true });
    await writeFile(
      join(content, "sample", "no-key.md"),
      "---\ndomain: land\n---\nWhich?\n\n- [ ] One\n- [ ] Two\n\n## Explanation\n\nNone.\n",
    );
    expect(await run("set-up")).toMatchObject({ code: 0 });
  });
  afterAll(() => rm(folder, { recursive: true }));
  const place = /sample\/no-key\.md:6:1 {2}error {2}no-key/;

  it("syncs nothing when any file has an error, and names its place", async () => {
    const { code, output } = await run("content", ["sync", content]);
    expect(code).toBe(1);
    expect(output).toMatch(place);
    expect(output).toContain("The database is unchanged.");
  });

  it("starts with the questions of the last sync, and says why", async () => {
    for (const [folder, why] of [
      [content, place],
      [empty, "has no exam, but the database has 9 questions"],
      [join(empty, "gone"), "there is no folder"],
    ] as const) {
      const { code, output } = await run("set-up", [], { CONTENT_DIR: folder });
      expect(output).toMatch(why);
      expect(output).toContain("The questions of the last sync are served.");
      expect(code).toBe(0);
    }
    expect(await run("set-up")).toEqual({ code: 0, output: "" });
  });

  it("does not start when there are no questions of an earlier sync", async () => {
    const DATABASE_URL = `file:${join(folder, "first.db")}`;
    const { code, output } = await run("set-up", [], { CONTENT_DIR: content, DATABASE_URL });
    expect(output).toMatch(place);
    expect(code).toBe(1);
  });

  it("names every place at a first start, however many there are", async () => {
    const many = await mkdtemp(join(folder, "many-"));
    await cp(join(content, "sample"), join(many, "sample"), { recursive: true });
    const source = await readFile(join(content, "sample", "no-key.md"));
    const names = Array.from({ length: 60 }, (_, each) => `no-key-${each}.md`);
    await Promise.all(names.map((name) => writeFile(join(many, "sample", name), source)));
    const DATABASE_URL = `file:${join(many, "data", "first.db")}`;
    const { code, output } = await startToEnd({ CONTENT_DIR: many, DATABASE_URL, PORT: String(await freePort()) });
    expect(code).toBe(1);
    for (const name of names) expect(output).toContain(name);
  });

  it("retires every question only when it is asked to", async () => {
    const DATABASE_URL = `file:${join(folder, "second.db")}`;
    await copyFile(file, join(folder, "second.db"));
    expect(await run("content", ["sync", empty], { DATABASE_URL })).toMatchObject({ code: 1 });
    expect(await run("content", ["sync", empty, "--retire-all"], { DATABASE_URL })).toEqual({
      code: 0,
      output: "0 added, 0 revised, 0 unchanged, 9 retired\n",
    });
  });

  it("is waited for, while a sync watches, when its folder does not exist yet", async () => {
    const later = join(folder, "later");
    const env = { ...process.env, DATABASE_URL: `file:${file}`, BASE_URL: "" };
    const args = [...(await commandArguments("content")), "sync", "--watch", later];
    const child = spawn(process.execPath, args, { env });
    const output = keepOutput(child);
    await expect.poll(output, { timeout: 30_000 }).toContain("there is no folder");
    await cp("tests/fixtures/exam-bank", later, { recursive: true });
    await expect.poll(output, { timeout: 30_000 }).toContain("no question changed");
    child.kill("SIGTERM");
    expect(await ended(child)).toBe(0);
  });

  it("shows what is right while it watches, keeps a question whose file is broken, and is no sync of the whole", async () => {
    const bank = join(folder, "watched");
    await cp("tests/fixtures/exam-bank", bank, { recursive: true });
    const DATABASE_URL = `file:${join(await mkdtemp(join(folder, "watch-")), "mockdown.db")}`;
    const change = async (name: string, from: string, to: string) => {
      const file = join(bank, "sample", `${name}.md`);
      await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
    };
    const args = [...(await commandArguments("content")), "sync", "--watch", bank];
    const child = spawn(process.execPath, args, { env: { ...process.env, DATABASE_URL, BASE_URL: "" } });
    const output = keepOutput(child);
    await expect.poll(output, { timeout: 30_000 }).toContain("9 added: sample/");
    await change("widest-field", "domain:", "domian:");
    await change("tallest-tree", "The secret of", "A changed secret of");
    await expect.poll(output, { timeout: 30_000 }).toContain("\n1 revised: sample/tallest-tree");
    expect(output()).toContain("stay as they are until you fix them");
    expect((await run("content", ["sync", bank], { DATABASE_URL })).code, "another sync").toBe(1);
    await change("widest-field", "domian:", "domain:");
    await change("tallest-tree", "A changed secret of", "The secret of");
    await expect.poll(() => output().match(/\n1 revised: sample\/tallest-tree/g)?.length, { timeout: 30_000 }).toBe(2);
    child.kill("SIGTERM");
    expect(await ended(child)).toBe(0);
  });
});
