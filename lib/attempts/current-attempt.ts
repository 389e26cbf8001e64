import { cache } from "react";
import { currentViewer } from "#lib/auth/current-viewer";
import { database } from "#lib/db/current";
import { type AttemptHeader, getAttempt } from "./queries.ts";

/** The viewer's attempt that the current request is about: read once for its layout and its page. */
export const currentAttempt = cache(
  async (attemptId: string): Promise<AttemptHeader | null> => getAttempt(database(), await currentViewer(), attemptId),
);
