/** The name under which the patch of a suggestion is downloaded. */
export function patchName(id: string): string {
  return `suggestion-${id.slice(0, 8)}.patch`;
}

/**
 * What an author types to apply the patch in `file`, and to publish it. `hasReturns`: whether the question's file has Windows
 * line ends, which `git am` takes for those of a mail.
 */
export function patchCommands(file: string, hasReturns: boolean) {
  const am = `git am -3${hasReturns ? " --keep-cr" : ""} ${file}`;
  return { am, apply: `git apply ${file}`, directory: "--directory=", publish: "content sync" } as const;
}
