import { mkdtempSync, readdirSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TextSpool } from "./text-spool.ts";

describe("a spool of texts", () => {
  let folder: string;
  let spool: TextSpool;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mockdown-test-"));
    vi.stubEnv("TMPDIR", folder);
    spool = new TextSpool();
  });
  afterEach(() => {
    spool.close();
    vi.unstubAllEnvs();
    rmdirSync(folder);
  });

  it("gives back every text, in any order and more than once", () => {
    const texts = Array.from({ length: 3000 }, (_, i) => `${i} – ünïcode 🦊 ${"x".repeat((i * 37) % 2000)}`);
    texts[7] = "";
    texts[1500] = "é".repeat(700_000);
    const kept = texts.map((text) => spool.put(text));
    const order = [...kept.keys()].sort((a, b) => ((a * 7919) % 3000) - ((b * 7919) % 3000));
    for (const i of [...order, ...order.slice(0, 100)]) expect(kept[i]?.()).toBe(texts[i]);
  });

  it("takes more after some were given back", () => {
    const first = spool.put("a".repeat(600_000));
    expect(first()).toHaveLength(600_000);
    const second = spool.put("b".repeat(600_000));
    expect([first(), second()]).toEqual(["a".repeat(600_000), "b".repeat(600_000)]);
  });

  it("leaves nothing in the temporary folder, not even while it is open", () => {
    spool.put("x".repeat(1_500_000));
    spool.put("y".repeat(1_500_000));
    expect(readdirSync(folder)).toEqual([]);
  });
});
