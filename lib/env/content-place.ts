import { contentExam } from "./content-exam.ts";
import { environment } from "./current.ts";

/** Where the questions' files are. */
export interface ContentPlace {
  readonly folder: string;
  /** The exam that the folder is; null where it holds a folder for each. */
  readonly exam: string | null;
  /** Where a path from the folder is edited at its host; null where nobody said. */
  readonly editUrl: string | null;
}

/** The place given to this process. */
export function contentPlace(): ContentPlace {
  const { CONTENT_DIR, CONTENT_EDIT_URL } = environment();
  return { folder: CONTENT_DIR, exam: contentExam(), editUrl: CONTENT_EDIT_URL ?? null };
}
