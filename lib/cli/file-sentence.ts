const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: free some space and try again",
  EDQUOT: "this user's disk quota is used up: free some space and try again",
  EACCES: "this user may not: give it permission",
  EPERM: "this user may not: give it permission",
  EROFS: "the disk is read-only: name another place",
  EISDIR: "it is a folder: name a file",
  EEXIST: "something with that name already exists: name another place",
  ENOTDIR: "part of the path is a file, not a folder: name another place",
  ENAMETOOLONG: "its name is too long: name another place",
};

/** The message for a file or folder that could not be read or written, with what to do; null for any other error. */
export function fileSentence(error: unknown): string | null {
  const { code = "", syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  const reason = syscall === undefined ? undefined : reasons[code];
  if (reason === undefined) return null;
  return `${path ?? "A file"} cannot be used (${syscall} says ${code}): ${reason}.`;
}
