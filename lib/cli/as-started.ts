import { join } from "node:path";

/**
 * A sentence that names commands as in a checkout (`npm run admin -- doctor`), adapted to how this program was started:
 * a release has no npm, and its commands are arguments of one program.
 */
export function asStarted(text: string, folder = process.env.MOCKDOWN_FOLDER): string {
  if (folder === undefined) return text;
  const program = `node ${join(folder, "server.mjs")}`;
  return text.replace(/npm run (admin|content) --/g, `${program} $1`).replace(/npm start(?: --)?/g, program);
}
