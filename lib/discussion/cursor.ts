/** The place after one comment in a sorted thread. */
export interface Cursor {
  readonly score: number;
  readonly createdAt: Date;
  readonly id: string;
}

/** A cursor as one opaque word for an address. */
export function writeCursor({ score, createdAt, id }: Cursor): string {
  return Buffer.from(JSON.stringify([score, createdAt.getTime(), id])).toString("base64url");
}

/** The cursor in an address; null for anything that `writeCursor` did not make. */
export function readCursor(word: string | undefined): Cursor | null {
  if (word === undefined || word.length > 200) return null;
  try {
    const [score, time, id] = JSON.parse(Buffer.from(word, "base64url").toString("utf8")) as unknown[];
    const createdAt = new Date(typeof time === "number" ? time : Number.NaN);
    if (typeof score !== "number" || typeof id !== "string" || Number.isNaN(createdAt.getTime())) return null;
    return { score, createdAt, id };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}
