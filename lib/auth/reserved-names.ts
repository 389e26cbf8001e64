import { inEveryLanguage } from "#lib/messages/catalogue";
import { nameKey } from "./name-key.ts";

/** What the database stores instead of the name of a deleted account. */
export const deletedName = "Deleted account";

/** What pages show instead of a name, in any language. Nobody may have one of these names, or a name that looks like one. */
const placeholders = [
  deletedName,
  ...(["thread.deletedAccount", "thread.deletedComment", "thread.hiddenComment"] as const).flatMap(inEveryLanguage),
  "Deleted user",
  "Somebody",
  "Anonymous",
  "Guest",
];
/** Words that only people with such a role may have in a name. */
const roleWords = ["administrator", "administrators", "admin", "admins", "moderator", "moderators", "mockdown"];
/** Full names that only people with a role may have. */
const roleNames = ["Mod", "Staff", "Team", "Official", "Support", "System", "Root", "Owner", "Operator", "Webmaster"];

const keys = (names: readonly string[]) => new Set(names.map(nameKey));
const [placeholderKeys, wordKeys, wholeKeys] = [
  keys(placeholders),
  keys(roleWords),
  keys([...roleNames, ...roleWords]),
];

/** Whether a name is reserved, for everyone or for people with a role. Names that look the same count as the same. */
export function isReserved(name: string, hasRole: boolean): boolean {
  const key = nameKey(name);
  if (placeholderKeys.has(key)) return true;
  if (hasRole) return false;
  const words = name.normalize("NFKC").split(/[^\p{L}\p{M}\p{N}]+/u);
  return wholeKeys.has(key) || words.some((word) => wordKeys.has(nameKey(word)));
}
