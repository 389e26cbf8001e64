export const roles = ["member", "author", "moderator", "administrator"] as const;
export type Role = (typeof roles)[number];

/** What takes a role. Everything else an account may do, or everybody. */
export type Power = "see-statistics" | "decide-suggestions" | "moderate" | "give-roles" | "invite";

const powers: Readonly<Record<Role, readonly Power[]>> = {
  member: [],
  author: ["see-statistics", "decide-suggestions"],
  moderator: ["see-statistics", "decide-suggestions", "moderate"],
  administrator: ["see-statistics", "decide-suggestions", "moderate", "give-roles", "invite"],
};

/** A role kept as text; anything unknown has no rights. */
export function toRole(text: string | null | undefined): Role {
  return roles.find((role) => role === text) ?? "member";
}

/** Whether a role, stored or effective, allows such an action. */
export function roleMay(role: string, power: Power): boolean {
  return powers[toRole(role)].includes(power);
}

/** A person's effective role: a suspension removes its powers while it lasts. */
export function roleInForce(person: { readonly role: string; readonly suspendedUntil: Date | null }, now: Date): Role {
  return person.suspendedUntil !== null && person.suspendedUntil > now ? "member" : toRole(person.role);
}
