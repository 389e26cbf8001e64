/**
 * The name of the exam when the content folder is the folder of that one exam; else null. Read by itself: whoever checks
 * questions need not have the settings of a server in order.
 */
export function contentExam(): string | null {
  return process.env.CONTENT_EXAM || null;
}
