import { describe, expect, it } from "vitest";
import { readJson } from "./read-json.ts";

const request = (body: string) => new Request("http://localhost/", { method: "PUT", body });

describe("readJson", () => {
  it("reads what is within the limit", async () => {
    expect(await readJson(request('{"a":1}'), 7)).toEqual({ a: 1 });
  });

  it("reads nothing beyond the limit, and nothing that is not JSON", async () => {
    expect(await readJson(request('{"a":1}'), 6)).toBeNull();
    expect(await readJson(request("{"), 100)).toBeNull();
    expect(await readJson(new Request("http://localhost/"), 100)).toBeNull();
  });
});
