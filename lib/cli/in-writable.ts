import { CommandRefused } from "./end-with.ts";

/** Runs `work`, which writes to `folder`; refuses with a message if this user may not write there or the disk is full. */
export function inWritable<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC" || code === "EDQUOT")
      throw new CommandRefused(`The folder ${folder} is full (${code}): free some space, then try again.`);
    if (!["EACCES", "EPERM", "EROFS", "ENOTDIR"].includes(code)) throw error;
    throw new CommandRefused(
      `The folder ${folder} cannot be written (${code}): give this user permission to write there.`,
    );
  }
}
