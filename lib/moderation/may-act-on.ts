import { roleMay } from "#lib/auth/role";
import type { Member } from "#lib/auth/viewer";

/** Acts on the author and not on a comment or its thread. */
export const actsOnPeople: readonly string[] = ["warn", "suspend", "lift"];

/** Whether a moderator may do such an act to this person, or take one back: only an administrator to a moderator, and nobody to themselves. */
export function mayActOn(member: Member, person: { readonly id: string; readonly role: string }): boolean {
  return person.id !== member.userId && (!roleMay(person.role, "moderate") || member.role === "administrator");
}
