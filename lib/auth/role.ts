export const roles = ["member", "author", "moderator", "administrator"] as const;
export type Role = (typeof roles)[number];

/** What requires a role. Everything else is allowed to every account, or to everyone. */
export type Power =
  | "see-statistics"
  | "decide-suggestions"
  | "moderate"
  | "moderate-moderators"
  | "give-roles"
  | "invite";

/** What each role may do in addition to those before it. */
export const addedPowers: Readonly<Record<Role, readonly Power[]>> = {
  member: [],
  author: ["see-statistics", "decide-suggestions"],
  moderator: ["moderate"],
  administrator: ["moderate-moderators", "give-roles", "invite"],
};

/** A role stored as text; an unknown one has no rights. */
export function toRole(text: string | null | undefined): Role {
  return roles.find((role) => role === text) ?? "member";
}

/** Whether a role, stored or effective, allows such an action. */
export function roleMay(role: string, power: Power): boolean {
  const upTo = roles.slice(0, roles.indexOf(toRole(role)) + 1);
  return upTo.some((each) => addedPowers[each].includes(power));
}

/** A person's effective role: a suspension removes its powers while it lasts. */
export function roleInForce(person: { readonly role: string; readonly suspendedUntil: Date | null }, now: Date): Role {
  return person.suspendedUntil !== null && person.suspendedUntil > now ? "member" : toRole(person.role);
}
