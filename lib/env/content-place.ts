import { contentExam } from "./content-exam.ts";
import { environment } from "./current.ts";

/** Where the questions' files are. */
export interface ContentPlace {
  readonly folder: string;
  /** The exam that the folder is; null if it contains a folder for each exam. */
  readonly exam: string | null;
  /** Where a file of the folder can be edited at its host; null if this is not set. */
  readonly editUrl: string | null;
}

/** The place given to this process. */
export function contentPlace(): ContentPlace {
  const { CONTENT_DIR, CONTENT_EDIT_URL } = environment();
  return { folder: CONTENT_DIR, exam: contentExam(), editUrl: CONTENT_EDIT_URL ?? null };
}
