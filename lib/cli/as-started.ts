import { join } from "node:path";

/**
 * A sentence that names commands as a checkout has them, `npm run admin -- doctor`, for whoever runs this program: a release
 * has no npm, and its commands are words of its one program.
 */
export function asStarted(text: string, folder = process.env.MOCKDOWN_FOLDER): string {
  if (folder === undefined) return text;
  const program = `node ${join(folder, "server.mjs")}`;
  return text.replace(/npm run (admin|content) --/g, `${program} $1`).replace(/npm start(?: --)?/g, program);
}
