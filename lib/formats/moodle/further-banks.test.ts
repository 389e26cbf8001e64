import { describe, expect, it } from "vitest";
import { exam, importText, keysOf, only, reasons } from "../../../tests/support/import-text.ts";
import { findFormat } from "../registry.ts";
import type { ImportReport } from "../report.ts";

describe("moodle-xml", () => {
  it("keeps tags that are in no list of tags, and does not call them lost", () => {
    const xml =
      '<quiz><question type="shortanswer"><tag><text>Wood</text></tag><questiontext><text>It grows on</text></questiontext><answer fraction="100"><text>trees</text></answer></question></quiz>';
    const item = only(importText("moodle-xml", { "a.xml": xml }));
    expect(item.draft.tags).toEqual(["Wood"]);
    expect(item.notes).not.toContain("not kept: tag Wood");
  });

  const quiz = (type: string, inner: string) =>
    importText("moodle-xml", {
      "a.xml": `<quiz><question type="${type}"><questiontext format="html"><text>Which?</text></questiontext>${inner}</question></quiz>`,
    });

  it("reads numbers and tolerances with a decimal comma, and says which answer had the feedback", () => {
    const item = only(
      quiz(
        "numerical",
        '<answer fraction="100"><text>9,81</text><tolerance>0,01</tolerance></answer><answer fraction="0"><text>*</text><feedback><text>No.</text></feedback></answer>',
      ),
    );
    expect(item.draft.numeric).toEqual({ value: 9.81, tolerance: 0.01, unit: null });
    expect(item.notes).toEqual(
      expect.arrayContaining(["not kept: feedback on the answer *: No.", '"9,81" was read as 9.81']),
    );
  });

  it("refuses a tolerance that is not a number", () => {
    expect(
      reasons(quiz("numerical", '<answer fraction="100"><text>5</text><tolerance>5 %</tolerance></answer>')),
    ).toEqual(['the tolerance "5 %" is no number']);
  });

  it("sends a match with an image out as one that can be dragged, and takes it back", () => {
    const draft = {
      ...only(quiz("shortanswer", '<answer fraction="100"><text>x</text></answer>')).draft,
      kind: "matching" as const,
      accepted: [],
      cloze: "",
      columns: ["Word", "Sign"] as const,
      pairs: [
        ["stop", "![a red sign](images/stop.png)"],
        ["go", "green"],
      ] as const,
    };
    const out = findFormat("moodle-xml")?.exporter?.({
      exam,
      drafts: [draft],
      readAsset: () => new Uint8Array([1, 2]),
    });
    expect(out?.items[0]?.notes).toEqual(["a match shows an image: it is exported as ddmatch, which Moodle drags"]);
    const back = only(findFormat("moodle-xml")?.importer?.({ exam, files: out?.files ?? [] }) as ImportReport);
    expect(back.draft.pairs.map((pair) => pair.join())).toEqual([
      expect.stringMatching(/^stop,!\[a red sign\]\(images\/[\w-]+\.png\)$/),
      "go,green",
    ]);
    expect(back.assets.map(({ bytes }) => [...bytes])).toEqual([[1, 2]]);
  });

  it("finds a file in its folder, and by an address with a time", () => {
    const file = (name: string, path: string) =>
      `<file name="${name}" path="${path}" encoding="base64">iVBORw0KGgo=</file>`;
    const image = (address: string) => `&lt;img alt="x" src="@@PLUGINFILE@@/${address}"&gt;`;
    const item = only(
      quiz(
        "multichoice",
        `<answer fraction="100"><text>${image("sub/dir/x%201.png")}</text>${file("x 1.png", "/sub/dir/")}</answer><answer><text>${image("y.png?time=17")}</text>${file("y.png", "/")}</answer>`,
      ),
    );
    expect(keysOf(item)).toEqual([
      expect.stringMatching(/^\+!\[x\]\(images\/x-1-/),
      expect.stringMatching(/^-!\[x\]\(images\/y-/),
    ]);
  });

  it("refuses steps that are in another order than their fractions state", () => {
    const step = (place: string, text: string) => `<answer fraction="${place}"><text>${text}</text></answer>`;
    expect(reasons(quiz("ordering", step("2", "b") + step("1", "a") + step("3", "c")))).toEqual([
      "the steps stand in another order (2, 1, 3) than their fractions state: put them into the right one",
    ]);
    expect(only(quiz("ordering", step("1.0", "a") + step("2.0", "b"))).draft.steps).toEqual(["a", "b"]);
    expect(only(quiz("ordering", step("1", "a") + step("1", "b"))).draft.steps).toEqual(["a", "b"]);
  });

  it("names the feedback on a step", () => {
    const steps =
      "<answer><text>a</text><feedback><text>Of course.</text></feedback></answer><answer><text>b</text></answer>";
    expect(only(quiz("ordering", steps)).notes).toContain('not kept: feedback on the step "a": Of course.');
  });
});
