import { environment } from "#lib/env/current";
import type { FileCheck } from "./check-file.ts";

/** The file of a question with its problems, in development. Nowhere else is the checker part of what is served. */
export async function checkInDevelopment(examSlug: string, name: string): Promise<FileCheck | null> {
  if (process.env.NODE_ENV !== "development") return null;
  const { checkFile } = await import("./check-file.ts");
  return checkFile(environment().CONTENT_DIR, examSlug, name);
}

/** The same without the question, and null where nothing is wrong. */
export async function problemsInDevelopment(
  examSlug: string,
  name: string,
): Promise<Pick<FileCheck, "file" | "problems"> | null> {
  const check = await checkInDevelopment(examSlug, name);
  return check === null || check.problems.length === 0 ? null : { file: check.file, problems: check.problems };
}
