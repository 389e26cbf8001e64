export const roles = ["member", "author", "moderator", "administrator"] as const;
export type Role = (typeof roles)[number];

/** What takes a role. Everything else an account may do, or everybody. */
export type Power =
  | "see-statistics"
  | "decide-suggestions"
  | "moderate"
  | "moderate-moderators"
  | "give-roles"
  | "invite";

/** What each role may in addition to those before it. */
export const addedPowers: Readonly<Record<Role, readonly Power[]>> = {
  member: [],
  author: ["see-statistics", "decide-suggestions"],
  moderator: ["moderate"],
  administrator: ["moderate-moderators", "give-roles", "invite"],
};

/** A role kept as text; anything unknown has no rights. */
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
