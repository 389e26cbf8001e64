import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseQuestion } from "#lib/content/parse-question";
import { writeQuestion } from "#lib/content/write-question";
import { capabilities } from "./capabilities.ts";
import { exportFormats, importFormats } from "./format-names.ts";
import { formatsDocument } from "./formats-document.ts";
import { formats, formatsBothWays } from "./registry.ts";

const exam = {
  slug: "warehouse",
  title: "Warehouse operator",
  domains: [
    { id: "storage", title: "Storage" },
    { id: "other", title: "Other" },
  ],
};
const picture = Uint8Array.from([137, 80, 78, 71]);
const both = formatsBothWays;

describe.each(both)("$name", ({ name, importer, exporter }) => {
  it.each(capabilities)("holds $title, or says that it does not", ({ sample, lostBy }) => {
    const out = exporter?.({ exam, drafts: [sample], readAsset: () => picture });
    const back = importer?.({ exam, files: out?.files ?? [] });
    const item = back?.items[0];
    const draft = item?.status === "refused" ? null : (item?.draft ?? null);
    // An image is stored under a new name; its bytes are what counts.
    const text = JSON.stringify(draft).replace(/images\/[\w-]+\.png/g, "row.png");
    const isHeld =
      text === JSON.stringify(sample) && (!text.includes("row.png") || JSON.stringify(item).includes('"bytes"'));
    expect(lostBy.includes(name) ? "lost" : text).toBe(
      lostBy.includes(name) ? (isHeld ? "held" : "lost") : JSON.stringify(sample),
    );
    if (lostBy.includes(name)) expect(out?.items[0]?.notes).not.toEqual([]);
  });
});

it.each(capabilities)("has a sample of $title that is a question without errors", ({ sample }) => {
  const context = { slug: "warehouse", domains: ["storage"], cases: new Map([["warehouse", { title: "", html: "" }]]) };
  const parsed = parseQuestion({
    file: `warehouse/${sample.id}.md`,
    text: writeQuestion(sample),
    exam: context,
    imageUrl: () => "/row.png",
  });
  expect(parsed.problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

it("is what docs/formats.md says", () => {
  expect(readFileSync("docs/formats.md", "utf8")).toBe(formatsDocument());
});

it("are named on the command line as in the registry", () => {
  const names = (way: "importer" | "exporter") => formats.flatMap((format) => (format[way] ? [format.name] : []));
  expect([names("importer"), names("exporter")]).toEqual([[...importFormats], [...exportFormats]]);
});
