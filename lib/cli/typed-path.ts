import { join } from "node:path";
import { contentExam } from "#lib/env/content-exam";

/** The path of a content file from the current folder. */
export function typedPath(folder: string, path: string): string {
  const exam = contentExam();
  return join(folder, exam === null ? path : path.slice(exam.length + 1)).replaceAll("\\", "/");
}
