import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fingerprintOf, hashFiles, readManifest, writeManifest } from "./content-manifest.ts";

const folder = mkdtempSync(join(tmpdir(), "mockdown-manifest-"));
afterAll(() => rmSync(folder, { recursive: true }));

const entry = { hash: "h", context: "c", id: "a", caseName: null, warnings: 0 };
const manifest = { fingerprint: "f", release: "r", entries: new Map([["x/a.md", entry]]) };

describe("the content manifest", () => {
  const path = join(folder, "deep", "manifest.json");

  it("is read back as it was written, and leaves nothing beside it", () => {
    writeManifest(path, manifest);
    expect(readManifest(path, "f", "r")).toEqual(manifest);
    expect(readdirSync(join(folder, "deep"))).toEqual(["manifest.json"]);
  });

  it("is none when it is missing, damaged, of other content than the database shows, or of another release", () => {
    expect(readManifest(join(folder, "missing.json"), "f", "r")).toBeNull();
    expect(readManifest(path, "other", "r")).toBeNull();
    expect(readManifest(path, undefined, "r")).toBeNull();
    expect(readManifest(path, "f", "another"), "read by another release").toBeNull();
    writeFileSync(path, JSON.stringify(manifest).slice(0, -5));
    expect(readManifest(path, "f", "r")).toBeNull();
  });
});

describe("fingerprintOf", () => {
  const of = (files: Readonly<Record<string, string>>) =>
    fingerprintOf(hashFiles(Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))));

  it("changes with any byte and any name, and with nothing else", async () => {
    const base = await of({ "a.md": "one", "b.md": "two" });
    expect(await of({ "a.md": "one", "b.md": "two" })).toBe(base);
    expect(await of({ "a.md": "one", "b.md": "too" })).not.toBe(base);
    expect(await of({ "a.md": "one", "c.md": "two" })).not.toBe(base);
    expect(await of({ "a.md": "two", "b.md": "one" })).not.toBe(base);
  });
});
