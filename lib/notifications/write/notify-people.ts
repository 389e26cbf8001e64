import type { Database } from "#lib/db/database";
import { type NewNotification, notify } from "./notify.ts";

/** How many people are notified in one transaction. */
export const peopleAtOnce = 500;

/**
 * Tells many people, `peopleAtOnce` at a time. `listAfter` gives the next of them, in the order of their ids, that come after
 * an id; `newsFor` makes the notification of one of them.
 */
export async function notifyPeople(request: {
  readonly db: Database;
  readonly listAfter: (userId: string) => Promise<readonly { readonly id: string }[]>;
  readonly newsFor: (userId: string) => NewNotification;
  readonly now: Date;
}): Promise<void> {
  const { db, listAfter, newsFor, now } = request;
  for (let after = ""; ; ) {
    const people = await listAfter(after);
    const last = people.at(-1);
    if (last === undefined) return;
    await db.write((tx) =>
      notify(
        db,
        tx,
        people.map(({ id }) => newsFor(id)),
        now,
      ),
    );
    after = last.id;
  }
}
