const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "there is no room left on the disk: make some and try again",
  EDQUOT: "this user's share of the disk is used up: make room and try again",
  EACCES: "this user may not: give it the right to",
  EPERM: "this user may not: give it the right to",
  EROFS: "the disk can only be read: name another place",
  EISDIR: "it is a folder: name a file",
  EEXIST: "something else of that name is already there: name another place",
  ENOTDIR: "a part of it is a file, not a folder: name another place",
  ENAMETOOLONG: "its name is too long: name another place",
};

/** What to tell of a file or folder that could not be read or written, with the way out; null for any other error. */
export function fileSentence(error: unknown): string | null {
  const { code = "", syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  const reason = syscall === undefined ? undefined : reasons[code];
  if (reason === undefined) return null;
  return `${path ?? "A file"} cannot be used (${syscall} says ${code}): ${reason}.`;
}
