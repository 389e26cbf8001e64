import { identityOf } from "./file-identity.ts";

// The bundler may give the server's parts separate copies of this module, but the process has one table of files.
const shared = globalThis as typeof globalThis & { mockdownOpenFiles?: Map<string, number> };

function counts(): Map<string, number> {
  shared.mockdownOpenFiles ??= new Map();
  return shared.mockdownOpenFiles;
}

/** Remembers that SQLite has opened `file` in this process; the function that is returned forgets it. */
export function rememberOpen(file: string): () => void {
  const identity = identityOf(file);
  if (identity === null) return () => {};
  counts().set(identity, (counts().get(identity) ?? 0) + 1);
  let isOpen = true;
  return () => {
    if (!isOpen) return;
    isOpen = false;
    const left = (counts().get(identity) ?? 1) - 1;
    if (left > 0) counts().set(identity, left);
    else counts().delete(identity);
  };
}

/**
 * Whether SQLite has `file` open in this process. Then nothing else here may open it: when a process closes a file, it
 * loses all its locks on it, also those of its other handles (https://www.sqlite.org/howtocorrupt.html, section 2.2). Any
 * program that comes and goes would then take itself for the last one and remove the log that is in use.
 */
export function isOpenHere(file: string): boolean {
  const identity = identityOf(file);
  return identity !== null && counts().has(identity);
}
