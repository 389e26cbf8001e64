import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { environment } from "#lib/env/current";
import { CommandRefused } from "./end-with.ts";
import { questionsPlace, shortPath, takePlace } from "./questions-place.mjs";
import { slugged } from "./slugged.mjs";

/**
 * The content folder of a command: the one that is named, otherwise the one that is served without a name. In a release it
 * decides where the data is, too, so call it before the settings are read. `writes`: the command writes files there, which it
 * never does into a release. `usesData`: it reads or writes the data that belongs to the folder.
 */
export function contentFolder(named: string | undefined, { writes = false, usesData = false } = {}): string {
  const program = process.env.MOCKDOWN_FOLDER;
  if (program === undefined) return checkoutFolder(named);
  const { CONTENT_DIR } = process.env;
  const place = questionsPlace(named, { program });
  if (writes && !place.isOwn) throw new CommandRefused(nowhereToWrite(place));
  if (named === undefined && !CONTENT_DIR)
    process.stderr.write(`Questions: ${shortPath(place.folder)}${whose(place)}\n`);
  takePlaceOf(place, usesData);
  return place.folder;
}

/** For a command that works on the data alone, which a release finds by the same rule. */
export function takeDataOf(named: string | undefined): void {
  const program = process.env.MOCKDOWN_FOLDER;
  if (program === undefined) return;
  const place = questionsPlace(named, { program });
  takePlaceOf(place, true);
  if (place.others.length > 0)
    process.stderr.write(`Data: ${shortPath("data")}; that of another folder: --dir${orServed(place.others)}\n`);
}

type Place = ReturnType<typeof questionsPlace>;

function takePlaceOf(place: Place, usesData: boolean): void {
  const isSet = process.env.DATABASE_URL || process.env.DATABASE_URL_FILE;
  takePlace(place);
  if (usesData && place.data !== null && !isSet) process.stderr.write(`Data: ${shortPath(place.data)}\n`);
}

function nowhereToWrite({ others }: Place): string {
  if (others.length > 0) return `more than one folder may be meant: name yours with --dir${orServed(others)}`;
  return `there are no questions of yours in ${resolve(".")}: name your folder with --dir <folder>, or begin one: npm run content -- init my-exam`;
}

function whose({ isOwn, others }: Place): string {
  return isOwn ? "" : `, which come with this release; those of another folder: --dir${orServed(others)}`;
}

function orServed(others: readonly string[]): string {
  return others.length === 0 ? " <folder>" : ` ${others.join(" or --dir ")}`;
}

function checkoutFolder(named: string | undefined): string {
  const folder = named ?? environment().CONTENT_DIR;
  // A folder with an exam.md of its own is one exam, here as when it is served.
  if (existsSync(join(folder, "exam.md"))) process.env.CONTENT_EXAM ||= slugged(basename(resolve(folder)));
  return folder;
}
