import { describe, expect, it } from "vitest";
import { databaseSentence } from "./database-sentence.ts";

describe("a full disk", () => {
  it("is told in a sentence by the database", () => {
    const error = Object.assign(new Error("database or disk is full"), { name: "DriverAdapterError" });
    expect(databaseSentence(error, "file:package.json")).toMatch(/disk that holds the database package.json is full/);
  });
});
