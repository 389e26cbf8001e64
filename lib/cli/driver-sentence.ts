/** What to tell of native code that this Node cannot load, as in a release that another one made; null for any other error. */
export function driverSentence(error: unknown): string | null {
  const { code, message = "" } = (error ?? {}) as { readonly code?: unknown; readonly message?: string };
  if (code !== "ERR_DLOPEN_FAILED") return null;
  const runtime = `Node ${process.versions.node} on ${process.platform}-${process.arch}`;
  const cause = message.includes("NODE_MODULE_VERSION")
    ? "it was made with another major version of Node"
    : message.trim().replaceAll(/\s+/g, " ");
  return `The SQLite driver does not load in ${runtime} (${cause}): use the major version of Node and the kind of machine that it was made with, or build or install Mockdown again with this one.`;
}
