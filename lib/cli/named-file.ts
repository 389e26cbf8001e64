import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CommandRefused } from "./end-with.ts";

/** What a command is to look at: a content folder, or one file of it. */
export interface Named {
  /** Undefined: the folder that is meant where none is named. */
  readonly folder: string | undefined;
  readonly file: string | null;
}

/** Tells the name of a file from that of a folder. The folder of a file is that of its exam. */
export function namedFile(path: string | undefined): Named {
  if (path === undefined || !statSync(path, { throwIfNoEntry: false })?.isFile()) return { folder: path, file: null };
  for (let folder = dirname(path); ; folder = join(folder, "..")) {
    if (existsSync(join(folder, "exam.md"))) return { folder, file: path };
    if (resolve(folder) === resolve(folder, "..")) break;
  }
  throw new CommandRefused(
    `${path} is in no exam: there is no exam.md in its folder or above. Check the folder instead, or begin an exam: npm run content -- init ${dirname(path)}`,
  );
}
