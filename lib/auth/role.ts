export const roles = ["member", "moderator", "administrator"] as const;
export type Role = (typeof roles)[number];

/** A role kept as text; anything unknown has no rights. */
export function toRole(text: string | null | undefined): Role {
  return roles.find((role) => role === text) ?? "member";
}

/** The role that a person may use now: a suspension takes its powers as long as it lasts. */
export function roleInForce(person: { readonly role: string; readonly suspendedUntil: Date | null }, now: Date): Role {
  return person.suspendedUntil !== null && person.suspendedUntil > now ? "member" : toRole(person.role);
}
