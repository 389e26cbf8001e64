import { execFile, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { commandArguments } from "../../lib/cli/command-arguments.mjs";
import { runCommand, runHere } from "../support/command-line.ts";

const execute = promisify(execFile);

it("a command ends with its own code and nothing to say when whoever reads its output has gone", async () => {
  const args = [...(await commandArguments("content")), "check", "tests/fixtures/broken"];
  const child = spawn(process.execPath, args);
  child.stdout.destroy();
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect({ code, complaint }).toEqual({ code: 1, complaint: "" });
});

it("a command goes on to its end when the program that reads its output ends", async () => {
  const args = [process.execPath, ...(await commandArguments("content")), "schema"];
  const script = `{ sleep 0.3; "$@"; echo "ended with $?" >&2; } | true`;
  const { stderr } = await execute("sh", ["-c", script, "sh", ...args]);
  expect(stderr).toBe("ended with 0\n");
});

/** The addresses of all files that the programs loaded which wrote their coverage to a folder. */
async function loadedFiles(coverage: string): Promise<readonly string[]> {
  const reports = await Promise.all((await readdir(coverage)).map((name) => readFile(join(coverage, name), "utf8")));
  const loaded = reports.flatMap((text) => (JSON.parse(text) as { result: { url: string }[] }).result);
  return loaded.map(({ url }) => url).filter((url) => url.startsWith("file:"));
}

it("a command loads no other command", async () => {
  const coverage = await mkdtemp(join(tmpdir(), "mockdown-loaded-"));
  const args = [...(await commandArguments("content")), "schema"];
  await execute(process.execPath, args, { env: { ...process.env, NODE_V8_COVERAGE: coverage } });
  expect((await loadedFiles(coverage)).join("\n")).not.toMatch(
    /@prisma\/client\/|vscode-languageserver|fast-xml-parser|satteri|\/pg\//,
  );
  await rm(coverage, { recursive: true });
});

it("a start with nothing to do loads neither the database client nor the parser", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-loaded-"));
  const coverage = join(folder, "coverage");
  const DATABASE_URL = `file:${join(folder, "mockdown.db")}`;
  expect(await runHere("set-up", [], { DATABASE_URL })).toMatchObject({ code: 0 });
  const again = await runCommand("set-up", [], { DATABASE_URL, NODE_V8_COVERAGE: coverage });
  expect(again).toMatchObject({ code: 0 });
  const files = await loadedFiles(coverage);
  expect(files.join("\n")).not.toMatch(/@prisma\/client\/|query_compiler|satteri/);
  // A compiled file names what it was made of.
  const compiled = files.filter((url) => url.includes("/node_modules/.cache/mockdown/"));
  const sources = (await Promise.all(compiled.map((url) => readFile(new URL(url), "utf8")))).join("\n");
  expect(sources).toContain("// lib/cli/set-up-steps.ts");
  expect(sources).not.toMatch(/^\/\/ (prisma\/generated|lib\/content\/read\/parse)/m);
  await rm(folder, { recursive: true });
});

it("the help of a release names its commands and what it does with a folder, and not those of a checkout", async () => {
  const env = { ...process.env, MOCKDOWN_FOLDER: "/opt/mockdown" };
  const { stdout } = await execute(process.execPath, [...(await commandArguments("set-up")), "--help"], { env });
  for (const words of ["[options] [folder]", "--accept-loss", "--init", "server.mjs admin", "server.mjs content"])
    expect(stdout).toContain(words);
  expect(stdout).not.toContain("npm ");
});

it.each(["admin", "content"])("the help that %s prints before its packages are installed is its own", async (name) => {
  const { stdout } = await execute(process.execPath, [...(await commandArguments(name)), "--help"]);
  await expect(stdout).toMatchFileSnapshot(`../../lib/cli/help/${name}.txt`);
});
