import { describe, expect, it } from "vitest";
import { importText, keysOf, only, reasons } from "../../../tests/support/import-text.ts";

describe("gift", () => {
  it("reads ~= as the right one of a list", () => {
    expect(keysOf(only(importText("gift", { "a.gift": "It is {~one~=two} of them.\n" })))).toEqual(["-one", "+two"]);
  });

  it.each([
    ["{# = 3.14 : 0.01 }", 3.14, 0.01],
    ["{#6.02E23:1e21}", 6.02e23, 1e21],
    ["{#\n  = %100% 1e-3 : 2.5E-4 # Right: 1e5.\n ~ #No.\n}", 0.001, 0.00025],
    ["{# -5 .. -1 }", -3, 2],
  ])("reads the number of %j", (answers, value, tolerance) => {
    const { draft } = only(importText("gift", { "a.gift": `How much? ${answers}\n` }));
    expect(draft.numeric).toEqual({ value, tolerance, unit: null });
    expect(draft.explanation).not.toContain("100000");
  });

  it("says that of several options marked with = one was enough", () => {
    const item = only(importText("gift", { "a.gift": "Which?{=one =two ~three}\n" }));
    expect(keysOf(item)).toEqual(["+one", "+two", "-three"]);
    expect(item.notes).toContain(
      "several options are marked with =, any of which was enough; here all of them must be chosen",
    );
    expect(only(importText("gift", { "a.gift": "Which?{~%50%one ~%50%two ~three}\n" })).notes.join()).not.toContain(
      "=",
    );
  });

  it("gives a question of several answers, of which one is right, back as such", () => {
    const text = "// [tag:kind:multiple]\nWhich?{~%100%one ~%-100%two}\n";
    expect(only(importText("gift", { "a.gift": text })).draft.kind).toBe("multiple");
  });

  it("says of a text with embedded answers what it is", () => {
    expect(reasons(importText("gift", { "a.gift": "It is {1:MC:~one~=two} or {2:SA:=six}.\n" }))).toEqual([
      expect.stringContaining("blank 2 is answered by SA"),
    ]);
  });
});
