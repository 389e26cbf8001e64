import { roleMay } from "#lib/auth/role";
import { type Member, may, type Viewer } from "#lib/auth/viewer";
import { actsOn } from "./acts.ts";

/** Acts on the author and not on a comment or its thread. */
export const actsOnPeople: readonly string[] = actsOn.author;

/** Whether a moderator may do such an act to this person, or take one back: only an administrator to a moderator, and nobody to themselves. */
export function mayActOn(member: Member, person: { readonly id: string; readonly role: string }): boolean {
  if (person.id === member.userId) return false;
  return !roleMay(person.role, "moderate") || roleMay(member.role, "moderate-moderators");
}

/** The member who looks, if they may moderate. */
export function moderatorOf(viewer: Viewer): Member | null {
  return may(viewer, "moderate") ? viewer.member : null;
}
