import { describe, expect, it } from "vitest";
import { toHandle } from "./to-handle.ts";

describe("toHandle", () => {
  it("makes one word of a display name", () => {
    expect(toHandle("Ada Lovelace")).toBe("ada-lovelace");
    expect(toHandle("  Łukasz – 3rd! ")).toBe("łukasz-3rd");
    expect(toHandle("★")).toBe("");
    expect(toHandle("अदिति राव")).toBe("अदिति-राव");
  });

  it("cuts a long name between characters, and never at a hyphen", () => {
    expect(toHandle(`${"a".repeat(39)} b`)).toBe("a".repeat(39));
    expect(toHandle("𐐨".repeat(50))).toBe("𐐨".repeat(40));
  });
});
