import { readFileSync, writeFileSync } from "node:fs";
import { mendText } from "#lib/content/mend/mend-text";
import { surroundingsOf } from "#lib/content/mend/surroundings";
import { applyToRaw } from "#lib/content/mend/text-edit";
import { sortFiles } from "#lib/content/read/sort-files";
import { decodeSource, type SourceFile } from "#lib/content/read/source";
import { readExam } from "#lib/content/read-exam";
import { typedPath } from "./typed-path.ts";

/**
 * Fixes every file of a content folder, or those that are meant, where that does not change its meaning, and returns a line
 * for each fix. Everything else stays the same byte for byte.
 */
export function mendFiles(
  folder: string,
  files: readonly SourceFile[],
  isMeant: (file: SourceFile) => boolean = () => true,
): readonly string[] {
  const sorted = sortFiles(files);
  const images = new Set(sorted.others.map(({ path }) => path));
  const imageUrl = (path: string) => (images.has(path) ? path : null);
  return sorted.exams.flatMap((entry) => {
    const { context } = readExam(entry, imageUrl);
    const own = [...(entry.exam ? [entry.exam] : []), ...entry.cases, ...entry.questions];
    return own.filter(isMeant).flatMap((file) => mendFile(folder, file, surroundingsOf(file.path, context, imageUrl)));
  });
}

function mendFile(
  folder: string,
  file: SourceFile,
  surroundings: ReturnType<typeof surroundingsOf>,
): readonly string[] {
  const path = typedPath(folder, file.path);
  const decoded = decodeSource(file);
  if (!decoded.ok) return inUtf8(path, file);
  const { changes, mended } = mendText(decoded.text, surroundings);
  if (changes.length === 0) return [];
  const raw = new TextDecoder("utf-8", { ignoreBOM: true }).decode(readFileSync(path));
  writeFileSync(path, changes.reduce(applyToRaw, raw));
  return mended.map(
    ({ rule, place, message }) => `${path}:${place.line}:${place.column}  fixed  ${rule}  ${message}\n`,
  );
}

/** A text whose first bytes mark it as UTF-16 is written as UTF-8. */
function inUtf8(path: string, { bytes }: SourceFile): readonly string[] {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  if (encoding === null || bytes.length % 2 > 0) return [];
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\uFFFD") || text.includes("\0")) return [];
  writeFileSync(path, text);
  return [`${path}:1:1  fixed  not-utf8  the file was UTF-16\n`];
}
