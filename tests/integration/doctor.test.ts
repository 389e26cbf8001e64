import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createSilentServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noteBackup } from "#lib/db/backup-note";
import { commandsOn, type Outcome, runCommand } from "../support/command-line.ts";
import { freePort } from "../support/free-port.ts";
import { startSmtpServer } from "../support/smtp-server.ts";

const execute = promisify(execFile);

/** Writes in a process that dies at once, as in a power cut: the log stays. */
const writeAndDie = `
  const db = new (require("better-sqlite3"))(process.argv[1]);
  db.exec("INSERT INTO Learner (id, createdAt) VALUES ('ada', '2026-01-01')");
  process.kill(process.pid, "SIGKILL");
`;

describe("the doctor", () => {
  let root: string;
  let folder: string;
  let file: string;
  /** What it finds after ten seconds of waiting: begun before the other tests, and looked at after them. */
  let unanswered: ReturnType<typeof lookAtTheSilent>;
  const run = commandsOn(() => file);
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "mockdown-doctor-"));
    await newInstallation();
    unanswered = lookAtTheSilent();
  });
  afterAll(() => rm(root, { recursive: true }));

  async function newInstallation(): Promise<void> {
    folder = await mkdtemp(join(root, "data-"));
    file = join(folder, "mockdown.db");
    expect(await run("set-up")).toMatchObject({ code: 0 });
  }

  async function contents(): Promise<Record<string, string>> {
    const names = await readdir(folder);
    const bytes = await Promise.all(names.map((name) => readFile(join(folder, name), "base64")));
    return Object.fromEntries(names.map((name, index) => [name, bytes[index] ?? ""]));
  }

  it("advises a backup when there is none, and when the last one is two days old", async () => {
    const none = await run("admin", ["doctor"]);
    expect(none).toMatchObject({ code: 0, output: expect.stringMatching(/^advice +last backup: none/m) });
    await run("admin", ["backup", join(root, "backup.db")]);
    expect((await run("admin", ["doctor"])).output).toMatch(/^ok +last backup$/m);
    noteBackup(file, new Date(Date.now() - 2.5 * 86_400_000));
    const old = await run("admin", ["doctor"]);
    expect(old).toMatchObject({ code: 0, output: expect.stringMatching(/^advice +last backup: .* 2 days old/m) });
  });

  it("finds nothing wrong with a mail server and a BASE_URL that answer, and mails nothing", async () => {
    const mail = await startSmtpServer();
    const live = createServer((_, response) => response.end('{"status":"ok"}'));
    const outcome = await run("admin", ["doctor"], { SMTP_URL: mail.url, BASE_URL: await listen(live) });
    live.close();
    await mail.stop();
    expect(outcome.output).toMatch(/^ok +mail server$/m);
    expect(outcome.output).toMatch(/^ok +BASE_URL$/m);
    expect(mail.mails).toEqual([]);
  });

  it("reports a BASE_URL where something else answers", async () => {
    const other = createServer((_, response) => response.end("Welcome"));
    const { output } = await run("admin", ["doctor"], { BASE_URL: await listen(other) });
    other.close();
    expect(output).toMatch(/BASE_URL: .* answers 200, but not like Mockdown/);
  });

  async function listen(server: Server): Promise<string> {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it("reports a secret that a start would refuse, and of one that is lost", async () => {
    const place = await mkdtemp(join(root, "secret-"));
    const more = { DATABASE_URL: `file:${join(place, "m.db")}`, AUTH_SECRET: "" };
    const secret = join(place, "auth-secret");
    await run("set-up", [], more);
    for (const [spoil, words] of [
      [() => writeFile(secret, "short"), "has no secret"],
      [() => rm(secret), "does not exist"],
    ] as const) {
      await spoil();
      const { code, output } = await run("admin", ["doctor"], more);
      expect(output).toMatch(new RegExp(`WRONG +secret: ${secret} ${words}`));
      expect(code).toBe(1);
    }
    expect(existsSync(secret), "looking does not make one").toBe(false);
  });

  it("reports the log that a killed server left, and of one that belongs to another file, and changes nothing", async () => {
    await newInstallation();
    const before = join(root, "before.db");
    await copyFile(file, before);
    await run("set-up");
    await run("set-up");
    await execute(process.execPath, ["-e", writeAndDie, file]).catch((error: { signal?: string }) => {
      if (error.signal !== "SIGKILL") throw error;
    });
    for (const [spoil, words] of [
      [async () => {}, "did not shut down cleanly, and .*-wal holds the newest answers"],
      [() => copyFile(before, file), "does not belong to the database"],
      [() => writeFile(file, "no database".repeat(40)), "is damaged or gone"],
    ] as const) {
      await spoil();
      const all = await contents();
      const { code, output } = await run("admin", ["doctor"]);
      expect(output).toMatch(new RegExp(`^WRONG +log: .*${words}`, "m"));
      expect(code).toBe(1);
      expect(await contents()).toEqual(all);
    }
  });

  it.skipIf(process.getuid?.() === 0)("reports a database that can only be read", async () => {
    await newInstallation();
    await chmod(file, 0o400);
    const { code, output } = await run("admin", ["doctor"]);
    expect(output).toMatch(/WRONG +database file: .* cannot be written/);
    expect(code).toBe(1);
  });

  async function lookAtTheSilent(): Promise<Outcome & { readonly took: number }> {
    const silent = createSilentServer();
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const host = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const begin = performance.now();
    const settings = { DATABASE_URL: `file:${file}`, SMTP_URL: `smtp://${host}`, BASE_URL: `http://${host}` };
    const outcome = await runCommand("admin", ["doctor"], settings);
    silent.close();
    return { ...outcome, took: performance.now() - begin };
  }

  it("reports a mail server and a BASE_URL that cannot be reached or never answer, in bounded time", async () => {
    const { took, ...never } = await unanswered;
    expect(took).toBeLessThan(50_000);
    const refused = await run("admin", ["doctor"], {
      SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
      BASE_URL: `http://127.0.0.1:${await freePort()}`,
    });
    for (const { code, output } of [never, refused]) {
      expect(output).toMatch(/^WRONG +mail server: .* cannot be used/m);
      // A server that is stopped answers nobody.
      expect(output).toMatch(/^advice +BASE_URL: .* cannot be reached .* Mockdown is stopped/m);
      expect(code).toBe(1);
    }
  });
});
