import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import type { ImportInput, SourceFile } from "#lib/formats/report";
import { CommandRefused } from "./end-with.ts";

const images = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif"];
const largestFile = 64 * 1024 * 1024;
/** For all files of one import together, in bytes: they are held in memory. */
const largestImport = 512 * 1024 * 1024;

interface Source extends Required<Pick<ImportInput, "files" | "readAsset">> {
  /** Links that lead nowhere or out of the folder; they are not read. */
  readonly notices: readonly string[];
}

/**
 * The files to import from `path`: the file itself or, for a folder, every file in it with one of these extensions.
 * Images beside them are read when the importer asks for one, and never from outside the folder.
 */
export function readSource(path: string, extensions: readonly string[]): Source {
  return orRefuse(path, () => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined)
      throw new CommandRefused(`there is no ${path}: give the path of a file or folder to import`);
    const folder = realpathSync(found.isDirectory() ? path : dirname(path));
    const read = boundedReader();
    const endings = new Intl.ListFormat("en", { type: "disjunction" }).format(extensions.map((each) => `.${each}`));
    if (!found.isDirectory() && !hasEnding(path, extensions))
      throw new CommandRefused(`${path} does not end in ${endings}, as files of this format do: rename it`);
    const listed = found.isDirectory() ? listFiles(folder, extensions) : [basename(path)];
    if (listed.length === 0) throw new CommandRefused(`there is no file that ends in ${endings} in ${path}`);
    const names = listed.filter((name) => !found.isDirectory() || leadsInside(folder, name));
    const notices = listed
      .filter((name) => !names.includes(name))
      .map((name) => `${name} is a link that leads nowhere or outside the folder; it was not read`);
    const files = names.map((name): SourceFile => {
      const file = join(folder, name);
      return { path: name.replaceAll("\\", "/"), bytes: orRefuse(file, () => read(file)) };
    });
    const known = new Map<string, Uint8Array | null>();
    const readAsset = (asset: string) => {
      const image = known.get(asset) ?? readImage(folder, asset, read);
      known.set(asset, image);
      return image;
    };
    return { files, readAsset, notices };
  });
}

/** Whether `name` is a file within `folder` after following every link. */
function leadsInside(folder: string, name: string): boolean {
  if (!statOrNull(join(folder, name))?.isFile()) return false;
  return realpathSync(join(folder, name)).startsWith(folder + sep);
}

/** Null if there is nothing, also if a file is where the path needs a folder, or if the path is not possible. */
function statOrNull(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP"].includes(code)) return null;
    throw error;
  }
}

function listFiles(folder: string, extensions: readonly string[]): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => hasEnding(name, extensions) && statOrNull(join(folder, name))?.isDirectory() !== true)
    .sort();
}

function readImage(folder: string, asset: string, read: (file: string) => Uint8Array): Uint8Array | null {
  const named = join(folder, asset);
  if (!hasEnding(asset, images) || !named.startsWith(folder + sep)) return null;
  return orRefuse(named, () => {
    if (!statOrNull(named)?.isFile()) return null;
    // A link may lead out of the folder.
    const real = realpathSync(named);
    return real.startsWith(folder + sep) ? read(real) : null;
  });
}

function boundedReader(): (file: string) => Uint8Array {
  let total = 0;
  return (file) => {
    const { size } = statSync(file);
    total += size;
    if (size > largestFile) throw new CommandRefused(`${file} has ${size} bytes, more than ${largestFile}: split it`);
    if (total > largestImport)
      throw new CommandRefused(`the files have more than ${largestImport} bytes together: import them in parts`);
    return readFileSync(file);
  };
}

function orRefuse<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code !== "EACCES" && code !== "EPERM") throw error;
    throw new CommandRefused(`${path} cannot be read (${code}): give this user permission to read it`);
  }
}

function hasEnding(path: string, endings: readonly string[]): boolean {
  return endings.includes(path.split(".").at(-1)?.toLowerCase() ?? "");
}
