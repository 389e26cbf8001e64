import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startEditor } from "../support/editor.ts";
import { questionPath } from "./generate-content.ts";

const keystrokes = 200;

/** How long the language server takes from a keystroke to its problems, at the 95th percentile. */
export async function measureKeystrokes(
  folder: string,
): Promise<{ readonly keystrokeMs: number; readonly place: string }> {
  const path = join(folder, questionPath(0));
  const uri = pathToFileURL(path).href;
  const begun = performance.now();
  const editor = await startEditor(folder);
  const startMs = performance.now() - begun;
  let reported = (): void => undefined;
  editor.onNotification("textDocument/publishDiagnostics", () => reported());
  const answered = () => new Promise<void>((resolve) => (reported = resolve));
  const text = readFileSync(path, "utf8");
  let answer = answered();
  await editor.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 0, text },
  });
  await answer;
  const times: number[] = [];
  const end = { line: text.split("\n").length - 1, character: 0 };
  for (let version = 1; version <= keystrokes; version += 1) {
    answer = answered();
    const from = performance.now();
    await editor.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: end, end }, text: "x" }],
    });
    await answer;
    times.push(performance.now() - from);
  }
  editor.dispose();
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    keystrokeMs: at(0.95),
    place: `p50 ${at(0.5).toFixed(1)} ms; the bank is read in ${(startMs / 1000).toFixed(1)} s`,
  };
}
