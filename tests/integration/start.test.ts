import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandsOn, ended, startToEnd } from "../support/command-line.ts";
import { freePort } from "../support/free-port.ts";

describe("a start", () => {
  let folder: string;
  const run = commandsOn(() => join(folder, "mockdown.db"));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mockdown-start-"));
    expect(await run("set-up")).toMatchObject({ code: 0 });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const start = (more: Readonly<Record<string, string>>) =>
    startToEnd({ DATABASE_URL: `file:${join(folder, "mockdown.db")}`, ...more });

  it("makes a database for its owner alone, in a folder that others may enter too", async () => {
    const place = await mkdtemp(join(folder, "shared-"));
    await chmod(place, 0o755);
    const database = join(place, "mockdown.db");
    expect(await run("set-up", [], { DATABASE_URL: `file:${database}` })).toMatchObject({ code: 0 });
    expect((await stat(database)).mode & 0o077).toBe(0);
  });

  it("begins with an empty database where another one was made before", async () => {
    const second = { DATABASE_URL: `file:${join(folder, "beside.db")}` };
    expect(await run("set-up", [], second)).toMatchObject({ code: 0 });
    expect(await run("set-up")).toMatchObject({ code: 0 });
  });

  it("lists a bad port with all other mistakes", async () => {
    const { code, output } = await start({ PORT: "http", LOG_LEVEL: "loud" });
    expect(code).toBe(1);
    expect(output).toContain("PORT");
    expect(output).toContain("LOG_LEVEL");
  });

  it("names the port that is taken and the way out", async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, resolve));
    const outcome = await start({ PORT: String(port) });
    server.close();
    expect(outcome).toMatchObject({
      code: 1,
      output: expect.stringContaining(`Port ${port} is used by another program`),
    });
  });

  it("prints its help and ends", async () => {
    const { code, output } = await startToEnd({ PORT: String(await freePort()) }, ["--help"]);
    expect(code).toBe(0);
    expect(output).toContain("--accept-loss");
    expect(output).not.toContain("database and content");
  });

  it("names a HOST that is not an address of this machine", async () => {
    const outcome = await start({ PORT: String(await freePort()), HOST: "192.0.2.1" });
    expect(outcome).toMatchObject({ code: 1, output: expect.stringContaining("HOST 192.0.2.1 is not an address") });
  });

  it.each([
    ["SIGTERM", "npm", ["start"]],
    ["SIGHUP", process.execPath, ["lib/cli/start.mjs"]],
  ] as const)("ends well on %s before the server runs", async (signal, program, args) => {
    let isAsked = false;
    const silent = createServer(() => {
      isAsked = true;
    });
    const port = await freePort();
    await new Promise<void>((resolve) => silent.listen(port, "127.0.0.1", resolve));
    const DATABASE_URL = `postgresql://u:p@127.0.0.1:${port}/x`;
    const AUTH_SECRET = "a secret of tests that is long enough for anything";
    const env = { ...process.env, BASE_URL: "", DATABASE_URL, AUTH_SECRET, PORT: String(await freePort()) };
    const child = spawn(program, args, { env });
    await expect.poll(() => isAsked, { timeout: 30_000 }).toBe(true);
    child.kill(signal);
    expect(await ended(child)).toBe(0);
    silent.close();
  });
});
