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

const latestMs = Date.UTC(9999, 0, 1);

/** The cursor in an address; null for anything that `writeCursor` did not create. */
export function readCursor(word: string | undefined): Cursor | null {
  if (word === undefined || word.length > 200) return null;
  try {
    const [score, time, id] = JSON.parse(Buffer.from(word, "base64url").toString("utf8")) as unknown[];
    const isPlace = Number.isFinite(score) && typeof id === "string" && !id.includes("\0");
    // Databases have no date beyond these.
    if (!isPlace || typeof time !== "number" || !(time >= 0 && time < latestMs)) return null;
    return { score: score as number, createdAt: new Date(time), id };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}
