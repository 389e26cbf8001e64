import { fileURLToPath } from "node:url";
import {
  CodeActionKind,
  CompletionItemKind,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
  TextDocumentSyncKind,
  TextDocuments,
  TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { editsFor } from "#lib/content/mend/mend-text";
import type { Place, Problem } from "#lib/content/problem";
import { questionFrontMatter } from "#lib/content/read/front-matter";
import { placeAt } from "#lib/content/read/source";
import { rulesCatalogue } from "#lib/content/rules/catalogue";
import { complete } from "./complete.ts";
import { OpenBank } from "./open-bank.ts";

/** Serves an editor over `connection`: problems, quick fixes, completion and the texts of rules. */
export function serveEditor(connection: Connection, folder: string): void {
  const bank = new OpenBank(folder);
  const documents = new TextDocuments(TextDocument);
  const opened = (uri: string) => {
    const document = documents.get(uri);
    const file = uri.startsWith("file:") ? bank.contentPath(fileURLToPath(uri)) : null;
    return document === undefined || file === null ? null : { file, text: document.getText().replace(/\r\n?/g, "\n") };
  };
  const surroundings = (file: string) => bank.surroundings(file, new Date().toISOString().slice(0, 10));
  const tellProblems = (uri: string): void => {
    const found = opened(uri);
    const problems = found === null ? [] : surroundings(found.file).read(found.text).problems;
    void connection.sendDiagnostics({
      uri,
      diagnostics: problems.map((problem) => toDiagnostic(problem, found?.text ?? "")),
    });
  };

  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      completionProvider: { triggerCharacters: [" ", "[", ",", "{", "(", "/"] },
      hoverProvider: true,
    },
  }));
  documents.onDidChangeContent(({ document: { uri } }) => tellProblems(uri));
  documents.onDidSave(({ document: { uri } }) => {
    const found = opened(uri);
    if (found === null) return;
    if (!/^[^/]+\/(?:exam\.md|cases\/)/.test(found.file)) return bank.keepTags(found.file, found.text);
    bank.readAgain();
    for (const each of documents.keys()) tellProblems(each);
  });
  connection.onCodeAction(({ textDocument: { uri }, range }) => {
    const found = opened(uri);
    if (found === null) return [];
    const around = surroundings(found.file);
    const reading = around.read(found.text);
    return reading.problems.flatMap((problem) => {
      if (problem.place.line - 1 < range.start.line || problem.place.line - 1 > range.end.line) return [];
      const edits = editsFor(found.text, problem, reading, around);
      if (edits === null) return [];
      const changes = edits.map(({ from, to, text }) => TextEdit.replace(rangeOf(found.text, from, to), text));
      const diagnostics = [toDiagnostic(problem, found.text)];
      return [
        {
          title: `Fix: ${problem.fix}`,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          edit: { changes: { [uri]: changes } },
        },
      ];
    });
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const found = opened(uri);
    const document = documents.get(uri);
    if (found === null || document === undefined) return [];
    const offset = document.getText({ start: { line: 0, character: 0 }, end: position }).replace(/\r\n?/g, "\n").length;
    const { length, entries } = complete(bank, found.file, found.text, offset);
    const range = { start: { ...position, character: position.character - length }, end: position };
    return entries.map(({ text, about }) => ({
      label: text.trim(),
      detail: about,
      kind: CompletionItemKind.Value,
      textEdit: TextEdit.replace(range, text),
    }));
  });
  connection.onHover(({ textDocument: { uri }, position }) => {
    const found = opened(uri);
    if (found === null) return null;
    const line = found.text.split("\n")[position.line] ?? "";
    const reported = surroundings(found.file)
      .read(found.text)
      .problems.filter(({ place }) => place.line - 1 === position.line);
    const rules = rulesCatalogue();
    const texts = reported.map(({ rule }) => `**${rule}**: ${rules.find(({ id }) => id === rule)?.description ?? ""}`);
    const value = [...new Set([...texts, ...aboutKey(found.text, position.line, line)])].join("\n\n");
    return value === "" ? null : { contents: { kind: "markdown" as const, value } };
  });
  documents.listen(connection);
  connection.listen();
}

/** What the schema says of the key of a line in the front matter. */
function aboutKey(text: string, number: number, line: string): readonly string[] {
  const key = /^(\w+)[ \t]*:/.exec(line)?.[1];
  const end = text.split("\n").indexOf("---", 1);
  const { shape } = questionFrontMatter;
  if (key === undefined || number > end || !Object.hasOwn(shape, key)) return [];
  return [`**${key}**: ${shape[key as keyof typeof shape].description}`];
}

function toDiagnostic({ rule, severity, place, message, fix }: Problem, text: string): Diagnostic {
  const start = toPosition(place);
  const end = { line: start.line, character: (text.split("\n")[start.line] ?? "").length };
  return {
    range: { start, end: end.character > start.character ? end : start },
    severity: severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: rule,
    source: "mockdown",
    message: `${message}: ${fix}`,
  };
}

function rangeOf(text: string, from: number, to: number): Range {
  return { start: toPosition(placeAt(text, from)), end: toPosition(placeAt(text, to)) };
}

function toPosition({ line, column }: Place) {
  return { line: line - 1, character: column - 1 };
}
