import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { serveEditor } from "../../lib/cli/language-server/serve-editor.ts";

/** The editor's side of a language server that runs in this process on a content folder. */
export async function startEditor(folder: string): Promise<ProtocolConnection> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  serveEditor(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), folder);
  const editor = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  editor.listen();
  await editor.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  return editor;
}
