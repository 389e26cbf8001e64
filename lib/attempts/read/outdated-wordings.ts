import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { isKeyChanged, type Wording } from "#lib/exam/is-key-changed";

/** An item with the wording that it asks and its question's current wording. */
interface PinnedItem {
  readonly revisionId: string;
  readonly currentRevisionId: string;
}

/**
 * Disclosed items whose key has changed since. They stay graded by the wording that was asked, but learners must be
 * told of the change.
 */
export async function outdatedWordings(db: Database, items: readonly PinnedItem[]): Promise<ReadonlySet<string>> {
  const edited = items.filter((item) => item.revisionId !== item.currentRevisionId);
  if (edited.length === 0) return new Set();
  const ids = edited.flatMap((item) => [item.revisionId, item.currentRevisionId]);
  const [parts, secrets] = [await publicPartsOf(db.read, ids), await secretPartsOf(db.read, ids)];
  const wording = (id: string) => ({ public: parts.get(id), key: secrets.get(id)?.key }) as Wording;
  const outdated = edited.filter((item) => isKeyChanged(wording(item.revisionId), wording(item.currentRevisionId)));
  return new Set(outdated.map((item) => item.revisionId));
}
