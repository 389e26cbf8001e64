import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** The path of a file of the content folder from the root of the repository that it lies in; from the folder where there is none. */
export function repositoryPath(folder: string, file: string): string {
  const content = resolve(/* turbopackIgnore: true */ folder);
  for (let place = content; ; place = dirname(place)) {
    if (existsSync(join(/* turbopackIgnore: true */ place, ".git")))
      return [...relative(place, content).split(sep), file].filter(Boolean).join("/");
    if (dirname(place) === place) return file;
  }
}
