import { execFile, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { commandArguments } from "../../lib/cli/command-arguments.mjs";
import { commandsOn } from "../support/command-line.ts";

const execute = promisify(execFile);

it("a command ends with its own code and nothing to say when whoever reads its output has gone", async () => {
  const words = [...commandArguments, "lib/cli/content.ts", "check", "tests/fixtures/broken"];
  const child = spawn(process.execPath, words);
  child.stdout.destroy();
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect({ code, complaint }).toEqual({ code: 1, complaint: "" });
});

it("a command goes on to its end when the program that reads its output ends", async () => {
  const words = [process.execPath, ...commandArguments, "lib/cli/content.ts", "schema"];
  const script = `{ sleep 0.3; "$@"; echo "ended with $?" >&2; } | true`;
  const { stderr } = await execute("sh", ["-c", script, "sh", ...words]);
  expect(stderr).toBe("ended with 0\n");
});

it("a start with nothing to do loads neither the database client nor the parser", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-loaded-"));
  const coverage = join(folder, "coverage");
  const run = commandsOn(() => join(folder, "mockdown.db"));
  expect(await run("set-up")).toMatchObject({ code: 0 });
  expect(await run("set-up", [], { NODE_V8_COVERAGE: coverage })).toMatchObject({ code: 0 });
  const reports = await Promise.all((await readdir(coverage)).map((name) => readFile(join(coverage, name), "utf8")));
  const loaded = reports.flatMap((text) => (JSON.parse(text) as { result: { url: string }[] }).result);
  const names = loaded.map(({ url }) => url).join("\n");
  expect(names).toContain("/lib/cli/set-up-steps.ts");
  expect(names).not.toMatch(/@prisma\/client\/|prisma\/generated|query_compiler|lib\/content\/parse/);
  await rm(folder, { recursive: true });
});
