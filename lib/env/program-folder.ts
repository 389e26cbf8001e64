/**
 * Where the files of the program are, such as its migrations: a release names its folder, a checkout is the working
 * folder.
 */
export function programFolder(): string {
  return process.env.MOCKDOWN_FOLDER ?? /* turbopackIgnore: true */ process.cwd();
}
