export const roles = ["member", "moderator", "administrator"] as const;
export type Role = (typeof roles)[number];

/** A role kept as text; anything unknown has no rights. */
export function toRole(text: string | null | undefined): Role {
  return roles.find((role) => role === text) ?? "member";
}
