import { describe, expect, it } from "vitest";
import type { QuestionDraft } from "#lib/content/draft";
import { capabilities } from "./capabilities.ts";
import { findFormat, formatsBothWays } from "./registry.ts";

const exam = { slug: "x", title: "X", domains: [{ id: "storage", title: "Storage" }] };
const texts = ["- 5", "+ 5", "> 5", "# comment", "9. Symphony", "---", "5", "`a`\n`b`"];
const [sample] = capabilities;
const draft = (options: readonly string[]): QuestionDraft => ({
  ...(sample?.sample as QuestionDraft),
  options: options.map((text, index) => ({ text, correct: index === 1, note: null })),
});
const plain = (text: string) => text.replace(/\\(?=[^\w\s])/g, "").replace(/\\?\n/g, " ");

describe("an option that begins like a block is a line of text", () => {
  it.each(formatsBothWays.map(({ name }) => name))("to %s and back", (name) => {
    const format = findFormat(name);
    const files = format?.exporter?.({ exam, drafts: [draft(texts)] }).files ?? [];
    const [item] = format?.importer?.({ files, exam }).items ?? [];
    if (item === undefined || item.status === "refused") throw new Error(JSON.stringify(item));
    expect(item.draft.options.map(({ text }) => plain(text))).toEqual(texts.map(plain));
    expect(item.draft.options.map(({ correct }) => correct)).toEqual(texts.map((_, index) => index === 1));
  });

  it("on paper", () => {
    const { files } = findFormat("paper")?.exporter?.({ exam, drafts: [draft(texts)] }) ?? { files: [] };
    const html = new TextDecoder().decode(files[0]?.bytes);
    const list = /<ol type="A">([\s\S]*?)<\/ol>/.exec(html)?.[1] ?? "";
    expect(list).not.toMatch(/<(?:ul|ol|h\d|hr|blockquote|pre)\b/);
    for (const text of ["- 5", "&gt; 5", "# comment", "9. Symphony"]) expect(list).toContain(text);
  });

  it.each(["markdown-bank", "csv"])("from %s", (name) => {
    const lines = texts.slice(0, 7);
    const text =
      name === "csv"
        ? `question,${lines.map((_, i) => `option ${i + 1}`).join(",")},correct\nWhat?,${lines.join(",")},B\n`
        : `## What?\n\n${lines.map((line, index) => `- [${index === 1 ? "x" : " "}] ${line}`).join("\n")}\n`;
    const files = [{ path: name === "csv" ? "q.csv" : "q.md", bytes: new TextEncoder().encode(text) }];
    const [item] = findFormat(name)?.importer?.({ files, exam }).items ?? [];
    if (item === undefined || item.status === "refused") throw new Error(JSON.stringify(item));
    expect(item.draft.options.map((option) => plain(option.text))).toEqual(lines);
  });
});
