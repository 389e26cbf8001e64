import { resolve } from "node:path";
import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { serveEditor } from "./language-server/serve-editor.ts";

/** A language server for the files of a content folder, over standard input and output. It ends with the editor. */
export async function lspCommand(folder: string): Promise<void> {
  const connection = createConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
  serveEditor(connection, resolve(folder));
}
