import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** Where a patch of a file of the content folder applies. */
export interface PatchPlace {
  /** From the root of the repository that the folder lies in; from the folder where there is none. */
  readonly path: string;
  readonly isInRepository: boolean;
}

export function patchPlace(folder: string, file: string): PatchPlace {
  const content = resolve(/* turbopackIgnore: true */ folder);
  for (let place = content; ; place = dirname(place)) {
    if (existsSync(join(/* turbopackIgnore: true */ place, ".git"))) {
      const path = [...relative(place, content).split(sep), file].filter(Boolean).join("/");
      return { path, isInRepository: true };
    }
    if (dirname(place) === place) return { path: file, isInRepository: false };
  }
}
