import { afterEach, expect, it, vi } from "vitest";
import { keepBackups } from "./keep-backups.mjs";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Keeps backups with a command that does `script`, until its first event is written. */
async function firstEvent(level: "info" | "error", script: string): Promise<unknown> {
  vi.stubEnv("BACKUP_DIR", "/backup");
  const reported = vi.spyOn(console, level).mockReturnValue();
  const stop = keepBackups(["-e", script, "--"]);
  await expect.poll(() => reported.mock.calls.length, { timeout: 20_000 }).toBe(1);
  stop();
  return JSON.parse(String(reported.mock.calls[0]?.[0]));
}

it("makes a backup that is due at once, and reports it as an event", async () => {
  const event = await firstEvent("info", "console.log(...process.argv.slice(1), 'made')");
  expect(event).toMatchObject({ level: "info", event: "backup-made", message: "backup --if-due made" });
});

it("tells why a backup failed", async () => {
  const event = await firstEvent("error", "console.error('the disk is full'); process.exitCode = 1");
  expect(event).toMatchObject({ level: "error", event: "backup-failed", error: "the disk is full" });
});

it("does nothing without BACKUP_DIR", () => {
  vi.stubEnv("BACKUP_DIR", "");
  keepBackups(["-e", "process.exit(1)"])();
});
