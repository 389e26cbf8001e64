import { headers } from "next/headers";
import { oldestSession } from "../session-times.ts";
import { auth } from "../write/auth.ts";

/** The id of the session that this request was made in, or null. */
export async function currentSessionId(): Promise<string | null> {
  // `currentViewer` renews it where that is possible.
  const session = await auth().api.getSession({ headers: await headers(), query: { disableRefresh: true } });
  if (session === null || session.session.createdAt <= oldestSession(new Date())) return null;
  return session.session.id;
}
