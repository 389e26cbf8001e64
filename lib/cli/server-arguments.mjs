import { join } from "node:path";

/**
 * What Node is given to run the built app of the program in `folder`. A page makes much that is needed until it is sent and
 * not after: with room for it in the young generation (64 MiB a half instead of 16) less of it is copied; see
 * docs/performance.md.
 */
export function serverArguments(folder = process.cwd()) {
  return ["--max-semi-space-size=64", join(folder, "lib/cli/serve-app.mjs")];
}
