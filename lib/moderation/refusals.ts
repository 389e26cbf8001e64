import type { CodeOf } from "#lib/messages/words";

/** Why an act of moderation was refused, or not understood. */
export type ActRefusal = CodeOf<"moderation", "refused-">;
/** Why a role was not given. */
export type RoleFormRefusal = CodeOf<"roles", "refused-">;
/** Why nobody was invited. */
export type InvitationRefusal = CodeOf<"invitations", "refused-">;

/** What the schemas say. */
const ofReason = ["reason", "reason-long", "unseen"] as const;
export const actProblems = [...ofReason, "act", "days-few", "days-many"] as const satisfies readonly ActRefusal[];
export const roleProblems = [...ofReason, "email", "role"] as const satisfies readonly RoleFormRefusal[];
export const invitationProblems = ["note", "note-long", "unseen"] as const satisfies readonly InvitationRefusal[];
