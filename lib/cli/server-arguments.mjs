/**
 * How the server is started. A page makes much that is needed until it is sent and not after: with room for it in the
 * young generation (64 MiB a half instead of 16) less of it is copied; see docs/performance.md.
 */
export function serverArguments(port, host = "") {
  const memory = ["--max-semi-space-size=64", "--import", "./lib/cli/steady-heap.mjs"];
  const stop = ["--import", "./lib/cli/keep-server.mjs"];
  return [...memory, ...stop, "node_modules/next/dist/bin/next", "start", "-p", String(port), ...hostArguments(host)];
}

/** Without a host Next listens at every address of the machine. */
export function hostArguments(host) {
  return host === "" ? [] : ["-H", host];
}
