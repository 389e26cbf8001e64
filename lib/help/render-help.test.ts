import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { english } from "../../tests/support/in-english.ts";
import { renderHelp } from "./render-help.ts";

const sections = renderHelp(english);

/** Every address within the help that a page of ours links to. */
function linkedAnchors(): string[] {
  const sources = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
  );
  return sources
    .filter((path) => path.endsWith(".tsx"))
    .flatMap((path) => [...readFileSync(path, "utf8").matchAll(/\/help#([\w-]+)/g)].map((match) => match[1] ?? ""));
}

describe("the help for learners", () => {
  it("has a text in every section, under an anchor of its own", () => {
    expect(sections.every(({ html }) => html.length > 0)).toBe(true);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
  });

  it("has every anchor that a page links to", () => {
    const anchors = linkedAnchors();
    expect(anchors.length).toBeGreaterThan(0);
    expect(sections.map(({ id }) => id)).toEqual(expect.arrayContaining(anchors));
  });

  it("names each key of a question's page", () => {
    expect(sections.find(({ id }) => id === "keys")?.html).toContain("rule out an option");
  });
});
