import { describe, expect, it } from "vitest";
import { databaseSentence } from "./database-sentence.ts";
import { sentenceFor } from "./end-with.ts";

describe("a full disk", () => {
  it("is told in a sentence wherever a file is written", () => {
    const error = Object.assign(new Error("ENOSPC: no space left on device, write"), {
      code: "ENOSPC",
      path: "data/x",
    });
    expect(sentenceFor(error)).toBe("There is no room left on the disk for data/x: make some, then try again.");
    expect(sentenceFor(Object.assign(new Error("ENOENT"), { code: "ENOENT" }))).toBeNull();
  });

  it("is told in a sentence by the database", () => {
    const error = Object.assign(new Error("database or disk is full"), { name: "DriverAdapterError" });
    expect(databaseSentence(error, "file:package.json")).toMatch(/disk that holds the database package.json is full/);
  });
});
