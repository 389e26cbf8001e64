import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CodeAction, CompletionItem, Diagnostic, Hover, ProtocolConnection } from "vscode-languageserver/node";
import { startEditor } from "../../../tests/support/editor.ts";

const folder = mkdtempSync(join(tmpdir(), "mockdown-editor-"));
const exam = `---
title: X
questions: 1
minutes: 1
passing: 50
domains: [{ id: core-ml, title: Core, weight: 50 }, { id: data, title: Data, weight: 50 }]
---
`;
const question = `---
domain: core-ml
tags: [metrics, text]
---
Which?

- [x] One
- [ ] Two

## Explanation

So it is.
`;
const files = {
  "x/exam.md": exam,
  "x/cases/net.md": "---\ntitle: Net\n---\nA net.\n",
  "x/fig.png": "",
  "x/images/b.png": "",
  "x/q.md": question,
  "x/r.md": question.replace("metrics", "sums"),
};

let editor: ProtocolConnection;
const reported = new Map<string, (found: Diagnostic[]) => void>();
beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  editor = await startEditor(folder);
  editor.onNotification("textDocument/publishDiagnostics", (given: { uri: string; diagnostics: Diagnostic[] }) =>
    reported.get(given.uri)?.(given.diagnostics),
  );
});
afterAll(() => {
  editor.dispose();
  rmSync(folder, { recursive: true });
});

let documents = 0;
/** Opens a text that was never saved, and gives its address and its problems. */
async function open(text: string): Promise<{ readonly uri: string; readonly diagnostics: readonly Diagnostic[] }> {
  documents += 1;
  const uri = pathToFileURL(join(folder, `x/new-${documents}.md`)).href;
  const diagnostics = new Promise<Diagnostic[]>((resolve) => reported.set(uri, resolve));
  const textDocument = { uri, languageId: "markdown", version: 0, text };
  await editor.sendNotification("textDocument/didOpen", { textDocument });
  return { uri, diagnostics: await diagnostics };
}

describe("an editor", () => {
  it("gets the problems of a file as it is typed", async () => {
    const { uri, diagnostics } = await open(question);
    expect(diagnostics).toEqual([]);
    const next = new Promise<Diagnostic[]>((resolve) => reported.set(uri, resolve));
    const range = { start: { line: 6, character: 3 }, end: { line: 6, character: 4 } };
    await editor.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 1 },
      contentChanges: [{ range, text: " " }],
    });
    expect(await next).toMatchObject([{ code: "no-key", severity: 1, range: { start: { line: 6, character: 0 } } }]);
  });

  it.each(["\n", "\r\n"])("is offered the change that mends a slip (line ends %j)", async (lineEnd) => {
    const { uri } = await open(question.replace("- [ ] Two", "-[ ] Two").replaceAll("\n", lineEnd));
    const range = { start: { line: 7, character: 0 }, end: { line: 7, character: 0 } };
    const actions = await editor.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    expect(actions.map((action) => action.edit?.changes?.[uri])).toEqual([
      [{ range: { start: { line: 7, character: 0 }, end: { line: 7, character: 5 } }, newText: "- [ ] " }],
    ]);
  });

  it.each([
    ["the domains of the exam", "domain: core-ml", "domain: ", ["core-ml", "data"]],
    ["the tags of the exam", "tags: [metrics, text]", "tags: [text, ", ["metrics", "sums", "text"]],
    ["the cases of the exam", "tags: [metrics, text]", "case: n", ["net"]],
    ["the levels of difficulty", "tags: [metrics, text]", "difficulty: ", ["easy", "medium", "hard"]],
    ["the options that letters name", "So it is.", "So is {", ["A}", "B}"]],
    ["images", "Which?", "Which? ![A line](", ["fig.png", "images/b.png"]],
  ])("is offered %s", async (_, part, typed, expected) => {
    const text = question.replace(part, typed);
    const { uri } = await open(text);
    const before = text.slice(0, text.indexOf(typed) + typed.length).split("\n");
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const items = await editor.sendRequest<CompletionItem[]>("textDocument/completion", {
      textDocument: { uri },
      position,
    });
    expect(items.map(({ label }) => label)).toEqual(expected);
  });

  it("shows the text of a rule, and what a key means", async () => {
    const { uri } = await open(question.replace("[x]", "[ ]"));
    const hover = (line: number) =>
      editor.sendRequest<Hover | null>("textDocument/hover", {
        textDocument: { uri },
        position: { line, character: 1 },
      });
    expect(JSON.stringify(await hover(6))).toContain("At least one option is marked [x].");
    expect(JSON.stringify(await hover(1))).toContain("Id of one of the domains of exam.md.");
    expect(await hover(4)).toBeNull();
  });
});
