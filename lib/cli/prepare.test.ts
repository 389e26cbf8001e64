import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

it("leaves the output of a quiet command to the command, also where packages are installed first", () => {
  const clone = mkdtempSync(join(tmpdir(), "mockdown-clone-"));
  mkdirSync(join(clone, "bin"));
  mkdirSync(join(clone, "prisma", "generated"), { recursive: true });
  writeFileSync(join(clone, "package-lock.json"), "{}");
  writeFileSync(join(clone, "bin", "npm"), "#!/bin/sh\nmkdir node_modules && echo added packages\n");
  chmodSync(join(clone, "bin", "npm"), 0o755);
  const [prepare, fingerprint] = ["prepare", "fingerprint"].map((name) => resolve(`lib/cli/${name}.mjs`));
  // The database clients are there already.
  const code = `
    import { existsSync, writeFileSync } from "node:fs";
    import { prepare } from ${JSON.stringify(prepare)};
    import { fingerprint } from ${JSON.stringify(fingerprint)};
    writeFileSync("prisma/generated/.stamp", await fingerprint(["prisma/schema.prisma", "package-lock.json"]));
    await prepare({ quiet: true });
    console.log(JSON.stringify({ isInstalled: existsSync("node_modules/.mockdown-install") }));`;
  try {
    const env = { ...process.env, PATH: `${join(clone, "bin")}:${process.env.PATH}` };
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { cwd: clone, env });
    expect(JSON.parse(String(stdout))).toEqual({ isInstalled: true });
  } finally {
    rmSync(clone, { recursive: true });
  }
});
