import { type Power, type Role, roleMay } from "./role.ts";

declare const minted: unique symbol;

export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/**
 * The person who sends a request. Only this folder creates one, so no query or command can be called without
 * identifying the person.
 */
export interface Viewer {
  readonly [minted]: true;
  /** The learner whose attempts are shown; null for a visitor who has not started anything. */
  readonly learnerId: string | null;
  /** The account, when signed in. */
  readonly member: Member | null;
}

/** Creates a viewer from what a session or a guest cookie has proved. */
export function mintViewer(learnerId: string | null, member: Member | null): Viewer {
  return { learnerId, member } as Viewer;
}

/** Whether the viewer's role allows such an action. */
export function may(viewer: Viewer, power: Power): boolean {
  return viewer.member !== null && roleMay(viewer.member.role, power);
}
