import { cache } from "react";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { type AttemptHeader, getAttempt } from "./attempt.ts";

/** The viewer's attempt that the current request is about: read once for its layout and its page. */
export const currentAttempt = cache(
  async (attemptId: string): Promise<AttemptHeader | null> => getAttempt(database(), await currentViewer(), attemptId),
);
