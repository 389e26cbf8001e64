import { execFile } from "node:child_process";
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { makeRelease } from "../../lib/cli/release/make-release.mjs";
import { untilHealthy } from "../support/app-server.ts";
import { person, write } from "../support/browser-people.ts";
import { freePort } from "../support/free-port.ts";
import { containerWords, insideWords, makeImageRoot, processOne } from "../support/image-root.ts";
import {
  asNobody,
  filesHolding,
  filesIn,
  installPacked,
  residentMemory,
  sizeOf,
  startProgram,
  withCanary,
} from "../support/run-release.ts";

const execute = promisify(execFile);
const largestMb = 150;
/** What builds or tests, and nobody needs who runs the app. */
const tools =
  /node_modules\/(typescript|@typescript|tailwindcss|@tailwindcss|esbuild|tsx|vitest|@vitest|playwright|@playwright|playwright-core|@biomejs|@types|prisma|@electric-sql|sharp|@img)\//;

let place: string;
let release: string;
let work: string;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  place = await mkdtemp(join(tmpdir(), "mockdown-release-"));
  await chmod(place, 0o755);
  [release, work] = [join(place, "release"), join(place, "work")];
  await mkdir(work);
  await chmod(work, 0o777);
});
test.afterAll(() => rm(place, { recursive: true, force: true }));

test("a release holds what runs the app, and nothing of the installation that made it", async () => {
  test.setTimeout(300_000);
  const secret = await readFile("data/auth-secret", "utf8").catch(() => "no secret was made here");
  await withCanary(async (canary) => {
    await makeRelease(release);
    expect(await filesHolding(release, [canary, secret.trim(), process.cwd()])).toEqual([]);
  });
  const files = await filesIn(release);
  expect(files.filter((file) => tools.test(file) || /\.(map|tsx|d\.ts|db)$|(^|\/)\.env/.test(file))).toEqual([]);
  expect(await readdir(release)).not.toContain("data");
  const size = await sizeOf(release);
  console.info(`release: ${size} MB in ${files.length} files`);
  expect(size).toBeLessThanOrEqual(largestMb);
});

test("it serves from an empty folder, run by a user who can write nothing but that folder", async ({ request }) => {
  test.setTimeout(120_000);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env.PATH, PORT: String(port), HOST: "127.0.0.1" } as unknown as NodeJS.ProcessEnv;
  const node = [...asNobody, process.execPath, join(release, "server.mjs")];
  for (const start of ["first", "second"]) {
    const began = performance.now();
    const server = startProgram(node, work, env);
    try {
      await untilHealthy(url, server.output);
      const ms = Math.round(performance.now() - began);
      console.info(`${start} start: first answer after ${ms} ms, ${await residentMemory(server.child.pid ?? 0)} MiB`);
      expect(await (await request.get(`${url}/api/health`)).json()).toMatchObject({ status: "ok", migrations: "ok" });
      await expect(request.get(`${url}/`).then((reply) => reply.text())).resolves.toContain("/exams/tour");
      const question = await request.get(`${url}/exams/tour/questions/prime-numbers`);
      expect(await question.text()).toContain("Check answer");
    } finally {
      expect(await server.stop(), server.output()).toBe(0);
    }
  }
});

test("it serves the questions of its working folder, to learners who answer and discuss", async ({ browser }) => {
  test.setTimeout(120_000);
  await cp("tests/fixtures/exam-bank", join(work, "content"), { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env.PATH, PORT: String(port) } as unknown as NodeJS.ProcessEnv;
  const server = startProgram([...asNobody, process.execPath, join(release, "server.mjs")], work, env);
  try {
    await untilHealthy(url, server.output);
    const ada = await person(browser, url, "Ada Lovelace", "tallest-tree");
    await write(ada, "It is **seen** by `all`.");
    // What strangers write is rendered in a thread of its own.
    await expect(ada.getByRole("article", { name: "Ada Lovelace" }).locator("strong")).toHaveText("seen");
  } finally {
    expect(await server.stop(), server.output()).toBe(0);
  }
});

test("its commands check questions and look at the installation", async () => {
  test.setTimeout(120_000);
  const runIn = (cwd: string, words: readonly string[]) => {
    const [program = "", ...rest] = [...asNobody, ...words];
    return execute(program, rest, { cwd, env: { PATH: process.env.PATH } as unknown as NodeJS.ProcessEnv });
  };
  const run = async (...args: readonly string[]) =>
    (await runIn(work, [process.execPath, join(release, "server.mjs"), ...args])).stdout;
  // Who asks what there is starts no server and leaves nothing behind, whatever reads the answer.
  const [asked, reader] = [join(place, "asked"), 'node "$1" --help | true; node "$1" --version'];
  await mkdir(asked);
  await chmod(asked, 0o777);
  expect(await runIn(asked, ["sh", "-c", reader, "sh", join(release, "server.mjs")])).toEqual({
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: "",
  });
  expect(await readdir(asked)).toEqual([]);
  expect(await run("content", "check")).toContain("0 errors");
  const report = await run("admin", "doctor");
  expect(report).toContain("ok      migrations");
  expect(report).not.toContain("WRONG");
  expect(report, "it names commands as a release has them").toContain(`node ${release}/server.mjs admin backup`);
});

test("an author who begins in an empty folder is led to a published question, and every command finds its folder and its data", async () => {
  test.setTimeout(180_000);
  const desk = join(place, "desk");
  await mkdir(desk);
  const env = { PATH: process.env.PATH, PORT: String(await freePort()) } as unknown as NodeJS.ProcessEnv;
  const run = (...args: readonly string[]) =>
    execute(process.execPath, [join(release, "server.mjs"), ...args], { cwd: desk, env }).then(
      ({ stdout, stderr }) => stdout + stderr,
      (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
    );
  expect(await run("content", "new", "my-exam/tides")).toContain("content init my-exam");
  expect(await run("content", "init", "my-exam")).toContain("wrote my-exam/exam.md");
  expect(await run("content", "new", "my-exam/tides")).toContain("my-exam/tides.md");
  expect(await run("content", "check")).toMatch(
    /my-exam\/tides\.md:\d+:1 {2}error {2}no-stem[\s\S]*Questions: my-exam\n/,
  );
  const text = (stem: string) =>
    `---\ndomain: general\n---\n${stem}\n\n- [x] The moon\n- [ ] The wind\n\n## Explanation\n\nIts pull.\n`;
  const file = join(desk, "my-exam", "tides.md");
  await writeFile(file, text("What makes the tides?"));
  expect(await run("content", "sync", "--dry-run")).toContain("added    my-exam/tides\n");
  expect(await readdir(desk), "a dry run makes no data").toEqual(["my-exam"]);
  const app = startProgram([process.execPath, join(release, "server.mjs"), "my-exam", "--no-open"], desk, env);
  try {
    await untilHealthy(`http://127.0.0.1:${env.PORT}`, app.output);
    expect(app.output()).toContain("Questions: my-exam, data: my-exam.data");
    await expect.poll(app.output, { timeout: 30_000 }).toContain("Watching");
    await expect(async () => {
      await writeFile(file, text("What makes the tides rise?"));
      expect(app.output()).toContain("1 revised: my-exam/tides\n");
    }).toPass({ timeout: 30_000 });
    expect(await run("content", "sync", "--dry-run")).toMatch(/1 unchanged[\s\S]*Data: my-exam\.data/);
    expect(await run("content", "stats", "my-exam")).toMatch(/tides +\| general +\| 0[\s\S]*Data: my-exam\.data/);
    expect(await run("content", "stats", "my-exam", "--dir", "my-exam")).toContain("tides");
    expect(await run("admin", "user", "list")).toMatch(/0 accounts[\s\S]*Data: my-exam\.data/);
    expect(await run("content", "export", "aiken", "my-exam", "--out", "tides.txt")).toContain("1 exported");
    expect(await run("content", "check", "my-exam/tides.md")).toContain("0 errors");
  } finally {
    expect(await app.stop(), app.output()).toBe(0);
  }
  expect((await readdir(desk)).sort()).toEqual(["my-exam", "my-exam.data", "tides.txt"]);
});

test("the image serves as process 1, without privileges, on a root where only the volume can be written", async () => {
  test.skip(
    process.getuid?.() !== 0 || process.platform !== "linux",
    "only root of Linux can make a container by hand",
  );
  test.setTimeout(120_000);
  const [root, data] = [join(place, "root"), join(place, "data")];
  await mkdir(root);
  await mkdir(data);
  await chown(data, 1000, 1000);
  const image = await makeImageRoot(root, release);
  expect(image).toMatchObject({ user: "node", environment: { NODE_ENV: "production" } });
  const container = startProgram(containerWords(root, image, data), place, process.env);
  const inside = async (...args: readonly string[]) => {
    const [program = "", ...rest] = insideWords(processOne(container.child.pid ?? 0), image, args);
    const env = { PATH: "/usr/local/bin:/usr/bin:/bin", ...image.environment } as unknown as NodeJS.ProcessEnv;
    return execute(program, rest, { env }).then(
      ({ stdout }) => stdout,
      (error: { stderr: string }) => error.stderr,
    );
  };
  try {
    await expect(async () => expect(await inside(...image.health)).toContain('"status":"ok"')).toPass({
      timeout: 60_000,
    });
    const page =
      "fetch('http://127.0.0.1:3000/exams/tour/questions/prime-numbers').then((r) => r.text()).then(console.log)";
    expect(await inside("node", "-e", page)).toContain("Check answer");
    for (const folder of ["/opt/mockdown", "/srv/mockdown", "/"])
      expect(await inside("node", "-e", `fs.writeFileSync("${folder}/x", "")`)).toMatch(/EROFS|EACCES/);
    expect(await inside("node", "/opt/mockdown/server.mjs", "admin", "doctor")).toContain("ok      migrations");
    expect(await readdir(data)).toContain("mockdown.db");
    process.kill(processOne(container.child.pid ?? 0), "SIGTERM");
    expect(await container.ended, container.output()).toBe(0);
  } finally {
    container.child.kill("SIGKILL");
  }
});

test("an archive of it, installed without a cache, serves a folder of questions, follows it and opens the browser", async ({
  request,
}) => {
  test.setTimeout(400_000);
  const began = performance.now();
  const mockdown = await installPacked(release, place);
  const installed = performance.now();
  const [own, bin, opened] = [join(place, "my-questions"), join(place, "bin"), join(place, "opened")];
  await cp("content/nca-genl/core-ml", own, { recursive: true });
  await mkdir(bin);
  await writeFile(join(bin, "xdg-open"), `#!/bin/sh\necho "$1" > ${opened}\n`, { mode: 0o755 });
  const env = { PATH: `${bin}:${process.env.PATH}`, PORT: String(await freePort()) } as unknown as NodeJS.ProcessEnv;
  const app = startProgram([mockdown, own], place, { ...env, DISPLAY: ":9" });
  try {
    await expect.poll(() => readFile(opened, "utf8").catch(() => ""), { timeout: 120_000 }).not.toBe("");
    const url = (await readFile(opened, "utf8")).trim();
    expect(await (await request.get(url)).text()).toContain("/exams/my-questions");
    const seconds = [installed - began, performance.now() - installed].map((ms) => Math.round(ms / 1000));
    console.info(
      `from an archive and an empty cache: installed after ${seconds[0]} s, first page ${seconds[1]} s later`,
    );
    expect(app.output()).toContain("has no exam.md");
    const [first = ""] = await readdir(own);
    const text = await readFile(join(own, first), "utf8");
    await writeFile(join(own, "one-more.md"), text.replace(/^(---\n[\s\S]*?\n---\n)/, "$1Once more: "));
    await expect(async () => {
      expect((await request.get(`${url}/exams/my-questions/questions/one-more`)).status()).toBe(200);
    }).toPass({ timeout: 30_000 });
    expect(await readdir(place)).toContain("my-questions.data");
  } finally {
    expect(await app.stop(), app.output()).toBe(0);
  }
  const init = await execute(mockdown, [own, "--init"], {
    env: { PATH: process.env.PATH } as unknown as NodeJS.ProcessEnv,
  });
  expect(init.stdout).toContain("exam.md");
  expect(await readFile(join(own, "exam.md"), "utf8")).toContain('title: "My questions"');
});
