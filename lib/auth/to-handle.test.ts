import { describe, expect, it } from "vitest";
import { toHandle } from "./to-handle.ts";

describe("toHandle", () => {
  it("makes one word of a display name", () => {
    expect(toHandle("Ada Lovelace")).toBe("ada-lovelace");
    expect(toHandle("  Łukasz – 3rd! ")).toBe("łukasz-3rd");
    expect(toHandle("★")).toBe("");
  });
});
