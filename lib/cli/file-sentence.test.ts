import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { fileSentence } from "./file-sentence.ts";
import { inWritable } from "./in-writable.ts";

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("fileSentence", () => {
  it("names a folder in the place of a file", () => {
    expect(fileSentence(errorOf(() => writeFileSync(tmpdir(), "x")))).toBe(
      `${tmpdir()} cannot be used (open says EISDIR): it is a folder: name a file.`,
    );
  });

  it("names a file in the place of a folder", () => {
    expect(fileSentence(errorOf(() => mkdirSync(import.meta.filename, { recursive: true })))).toBe(
      `${import.meta.filename} cannot be used (mkdir says EEXIST): something with that name already exists: name another place.`,
    );
  });

  it.skipIf(!existsSync("/dev/full"))("says of a full disk how to go on", () => {
    const full = () => writeFileSync("/dev/full", "x");
    expect(fileSentence(errorOf(full))).toContain("the disk is full");
    expect(() => inWritable("/tmp", full)).toThrow(
      "The folder /tmp is full (ENOSPC): free some space, then try again.",
    );
  });

  it("says nothing of a bug, nor of a file that does not exist", () => {
    expect(fileSentence(new TypeError("x"))).toBeNull();
    expect(fileSentence(errorOf(() => readFileSync("/nowhere/at/all")))).toBeNull();
  });
});
