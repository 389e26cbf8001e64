import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";

const steps = [
  "prepare",
  "install",
  "install-sentence",
  "load-env-file",
  "fingerprint",
  "generate",
  "run-command",
  "check-node",
  "run-program",
  "say",
];
/** A Node of its own, with an npm beside it as Node comes. */
let bin: string;
let clone: string;

beforeAll(() => {
  bin = mkdtempSync(join(tmpdir(), "mockdown-node-"));
  cpSync(process.execPath, join(bin, "node"));
});
afterAll(() => rmSync(bin, { recursive: true }));
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "mockdown-clone-"));
  for (const folder of ["lib/cli", "prisma/generated"]) mkdirSync(join(clone, folder), { recursive: true });
  for (const name of steps) cpSync(`lib/cli/${name}.mjs`, join(clone, "lib", "cli", `${name}.mjs`));
  writeFileSync(join(clone, "package-lock.json"), "{}");
  writeFileSync(join(clone, "prisma", "schema.prisma"), "");
  npm("mkdir -p node_modules && echo added packages && touch node_modules/.package-lock.json");
});
afterEach(() => rmSync(clone, { recursive: true }));

/** An npm that does nothing but `script`. */
function npm(script: string): void {
  executable(join(bin, "npm"), script);
}

function executable(file: string, script: string): void {
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

/** Prepares the clone, whose database clients are there already unless the test says otherwise. */
function prepare({ code = "", isGenerated = true, cwd = clone, path = process.env.PATH } = {}) {
  const from = (name: string) => JSON.stringify(join(clone, "lib", "cli", `${name}.mjs`));
  const generated = `writeFileSync("prisma/generated/.stamp", await fingerprint(["prisma/schema.prisma", "package-lock.json"]));`;
  const program = `
    import { existsSync, writeFileSync } from "node:fs";
    import { prepare } from ${from("prepare")};
    import { fingerprint } from ${from("fingerprint")};
    import { main } from ${from("say")};
    ${isGenerated && cwd === clone ? generated : ""}
    await main(() => prepare({ quiet: true, ${code} }));
    console.log(JSON.stringify({ isInstalled: existsSync("node_modules/.mockdown-install") }));`;
  const env = { ...process.env, PATH: path };
  const { stdout, stderr, status } = spawnSync(join(bin, "node"), ["--input-type=module", "-e", program], { cwd, env });
  return { stdout: String(stdout), stderr: String(stderr), status };
}

it("leaves the output of a quiet command to the command, also where packages are installed first", () => {
  expect(JSON.parse(prepare().stdout)).toEqual({ isInstalled: true });
});

it("goes on when the program that reads what it says ends", () => {
  const from = JSON.stringify(join(clone, "lib", "cli", "say.mjs"));
  const program = `import { main, step } from ${from};
    await main(async () => {
      await step("one", () => {});
      await new Promise((resolve) => setTimeout(resolve, 50));
      process.stderr.write("went on");
    });`;
  const script = `{ sleep 0.3; "$0" --input-type=module -e "$1"; } | true`;
  const { stderr } = spawnSync("sh", ["-c", script, process.execPath, program]);
  expect(String(stderr)).toBe("went on");
});

it("installs again what an install that was killed left, also for the release before", () => {
  expect(prepare().status).toBe(0);
  const stamp = readFileSync(join(clone, "node_modules", ".mockdown-install"), "utf8");
  writeFileSync(join(clone, "package-lock.json"), `{ "of": "another release" }`);
  npm("exit 1");
  expect(prepare().status).toBe(1);
  writeFileSync(join(clone, "package-lock.json"), "{}");
  npm(`echo "$@" > asked`);
  mkdirSync(join(clone, "node_modules", "a"));
  for (const name of ["b.js", "b.js.map"]) writeFileSync(join(clone, "node_modules", "a", name), "");
  expect(prepare().status).toBe(0);
  expect(readFileSync(join(clone, "asked"), "utf8"), "and still what the app needs alone").toMatch(
    /^install .*--omit=dev --legacy-peer-deps$/m,
  );
  expect(readdirSync(join(clone, "node_modules", "a")), "without what only debuggers read").toEqual(["b.js"]);
  expect(readFileSync(join(clone, "node_modules", ".mockdown-install"), "utf8")).toBe(stamp);
});

it("installs with the Node that runs it, whichever one is on the path", () => {
  const [other, prisma] = [join(clone, "other"), join(clone, "node_modules", "prisma", "build")];
  for (const folder of [other, prisma]) mkdirSync(folder, { recursive: true });
  for (const name of ["node", "npm"]) executable(join(other, name), "echo another Node >&2; exit 1");
  writeFileSync(join(prisma, "index.js"), "");
  npm("node -e 'console.log(process.execPath)' > node_modules/.node");
  expect(prepare({ isGenerated: false, path: `${other}:${process.env.PATH}` })).toMatchObject({ status: 0 });
  expect(readFileSync(join(clone, "node_modules", ".node"), "utf8").trim()).toBe(join(bin, "node"));
});

it("names what npm may not write to: of a user without a home that is not this folder", () => {
  npm("printf 'npm error code EACCES\\nnpm error syscall mkdir\\nnpm error path /home/none\\n' >&2; exit 243");
  const { stderr, status } = prepare();
  expect(status).toBe(1);
  expect(stderr).toContain("may not write to /home/none");
  expect(stderr).toContain("npm_config_cache");
});

it("says in a sentence that the database clients cannot be generated", () => {
  const stamp = join(clone, "prisma", "generated", ".stamp");
  writeFileSync(stamp, "of another release");
  const { stderr, status } = prepare({ isGenerated: false });
  expect(status).toBe(1);
  expect(existsSync(stamp), "half of it is not taken for that of the other release").toBe(false);
  expect(stderr).toMatch(/^The database clients cannot be generated: /m);
  expect(stderr).not.toContain("run-command.mjs");
});

it("says in a sentence that .env cannot be read", () => {
  mkdirSync(join(clone, ".env"));
  const { stderr, status } = prepare();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\.env cannot be read: .*\n$/);
});

it("prints the help of a command without installing anything", () => {
  cpSync("lib/cli/run.mjs", join(clone, "lib", "cli", "run.mjs"));
  cpSync("lib/cli/help", join(clone, "lib", "cli", "help"), { recursive: true });
  npm("exit 1");
  const args = [join("lib", "cli", "run.mjs"), "admin", "--help"];
  const { stdout, stderr, status } = spawnSync(join(bin, "node"), args, { cwd: clone });
  expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: "" });
  expect(String(stdout)).toContain("doctor");
});

it("reads .env whatever byte-order mark it begins with, below what the environment says", () => {
  writeFileSync(join(clone, ".env"), "\uFEFFDATABASE_URL=file:first.db\nPATH=none\n");
  const code = `beforeInstall: async () => console.error(process.env.DATABASE_URL, process.env.PATH !== "none")`;
  expect(prepare({ code })).toMatchObject({ status: 0, stderr: expect.stringMatching(/^file:first\.db true$/m) });
});

it.each(["utf16le", "latin1"] as const)("refuses a .env in %s, whose settings would be lost", (encoding) => {
  writeFileSync(join(clone, ".env"), Buffer.from("\u00FEDATABASE_URL=file:first.db\n", encoding));
  expect(prepare()).toMatchObject({ status: 1, stderr: expect.stringMatching(/^\.env is not UTF-8.*\n$/) });
});

it("installs nothing into the folder from which it was called", () => {
  const cwd = join(clone, "prisma");
  const { stderr, status } = prepare({ cwd });
  expect(status).toBe(1);
  expect(stderr).toContain(`cd ${clone}`);
  expect(existsSync(join(cwd, "node_modules"))).toBe(false);
});

it("says what is in the way before it installs", () => {
  const code = `beforeInstall: async () => { throw new (await import("./lib/cli/say.mjs")).Refused("No.") }`;
  expect(prepare({ code })).toMatchObject({ status: 1, stderr: "No.\n" });
});

it.each([
  ["EACCES", "give this user permission"],
  ["ENOSPC", "free some space"],
])("says in a sentence what the disk refuses with %s", (code, way) => {
  const problem = `Object.assign(new Error("${code}: no, open 'here'"), { code: "${code}" })`;
  const { stderr, status } = prepare({ code: `beforeInstall: async () => { throw ${problem} }` });
  expect(status).toBe(1);
  expect(stderr).toMatch(new RegExp(`^${code}: no, open 'here': ${way}.*\n$`));
});
