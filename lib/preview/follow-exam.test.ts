import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { followExam } from "./follow-exam.ts";

let folder = "";
const file = () => join(folder, "exam", "one.md");

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "follow-"));
  await mkdir(join(folder, "exam"));
  await writeFile(file(), "one");
  await utimes(file(), 1_000, 1_000);
});
afterEach(() => rm(folder, { recursive: true }));

/** The stream of changes after `since`, once it is open. */
async function follow(since: number, lastSync = async () => 0) {
  const end = new AbortController();
  const reader = followExam({ folder, examSlug: "exam", since, lastSync, signal: end.signal }).getReader();
  const next = async () => Buffer.from((await reader.read()).value ?? []).toString();
  expect(await next()).toBe(": following\n\n");
  return { next, end };
}

it("reports a file that was saved between the page and its stream", async () => {
  const { next, end } = await follow(999_999);
  expect(await next()).toBe("data: changed\n\n");
  end.abort();
});

it("reports no file that was there before, only what is saved from now on", async () => {
  const { next, end } = await follow(1_000_000);
  let isSaved = false;
  const change = next().then((text) => ({ text, isSaved }));
  // A report of the old file would come meanwhile.
  await new Promise((resolve) => setTimeout(resolve, 300));
  isSaved = true;
  await writeFile(file(), "two");
  expect(await change).toEqual({ text: "data: changed\n\n", isSaved: true });
  end.abort();
});

it("reports each sync once, also one between the page and its stream", async () => {
  let syncedAt = 1_000_001;
  const { next, end } = await follow(1_000_000, async () => syncedAt);
  expect(await next()).toBe("data: changed\n\n");
  let isSynced = false;
  const change = next().then((text) => ({ text, isSynced }));
  await new Promise((resolve) => setTimeout(resolve, 500));
  isSynced = true;
  syncedAt++;
  expect(await change).toEqual({ text: "data: changed\n\n", isSynced: true });
  end.abort();
});

it("follows a folder that is the exam itself", async () => {
  vi.stubEnv("CONTENT_EXAM", "exam");
  folder = join(folder, "exam");
  const { next, end } = await follow(999_999);
  expect(await next()).toBe("data: changed\n\n");
  end.abort();
  vi.unstubAllEnvs();
  folder = join(folder, "..");
});
