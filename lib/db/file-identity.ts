import { statSync } from "node:fs";

const endings = ["", "-wal", "-shm"];

/**
 * Checks that the paths of a SQLite database still lead to the files that this process has opened. A file that was
 * moved, removed or replaced still accepts writes, which are lost when the process ends.
 */
export function fileIdentity(file: string) {
  const opened = new Map<string, string>();
  return {
    /** Called when the database has been opened, before its first write. */
    remember(): void {
      opened.clear();
      this.isSame();
    },
    /** Takes microseconds. The log and the shared memory are remembered when they are first seen. */
    isSame(): boolean {
      return endings.every((ending) => {
        const known = opened.get(ending);
        const found = identityOf(file + ending);
        if (known === undefined && found !== null) opened.set(ending, found);
        return known === undefined || known === found;
      });
    },
  };
}

/** Device and inode. While a file is open, no other file gets its inode. Null if the path cannot be followed. */
export function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}
