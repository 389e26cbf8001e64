/**
 * The name of the exam if the content folder is the folder of that one exam; otherwise null. Read separately: people
 * who check questions may not have valid server settings.
 */
export function contentExam(): string | null {
  return process.env.CONTENT_EXAM || null;
}
