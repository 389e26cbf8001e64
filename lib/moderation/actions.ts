"use server";

import { refresh } from "next/cache";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { keepUnsent } from "#lib/auth/unsent-form";
import type { Viewer } from "#lib/auth/viewer";
import { invitationPath, invite, withdrawInvitation } from "#lib/auth/write/invitations";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";
import { recordEvent } from "#lib/events/record-event";
import { firstProblem } from "#lib/messages/form-problems";
import { type ActFormState, untouchedAct } from "./act-form-state.ts";
import {
  type ActRefusal,
  actProblems,
  type InvitationRefusal,
  invitationProblems,
  type RoleFormRefusal,
  roleProblems,
} from "./refusals.ts";
import { actForm, invitationForm, roleForm, undoForm, withdrawForm } from "./schema.ts";
import { giveRole, type RoleRefusal } from "./write/give-role.ts";
import { type ModerationRefusal, moderate, undoAct } from "./write/moderate.ts";

export async function moderateAction(_: ActFormState, form: FormData): Promise<ActFormState> {
  const parsed = actForm.safeParse(Object.fromEntries(form));
  const text = (name: string) => String(form.get(name) ?? "");
  const sent = { days: text("days"), reason: text("reason") };
  const refused = (refusal: ActRefusal) => ({ refusal, isDone: false, ...sent });
  if (!parsed.success) return refused(firstProblem(parsed.error, actProblems));
  const { comment: commentId, ...rest } = parsed.data;
  const viewer = await currentViewer();
  const isKept = await keepUnsent(viewer, form, [sent.reason], moderateAction.bind(null, untouchedAct));
  if (isKept && viewer.member !== null) return untouchedAct;
  const result = await moderate({ db: database(), viewer, commentId, ...rest, now: new Date() });
  await record(viewer, result.ok ? "moderated" : result.error, rest.act);
  if (!result.ok) return refused(result.error);
  refresh();
  return { ...untouchedAct, isDone: true };
}

export async function undoActAction(form: FormData): Promise<void> {
  const parsed = undoForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return;
  const viewer = await currentViewer();
  const result = await undoAct({ db: database(), viewer, actId: parsed.data.id, now: new Date() });
  await record(viewer, result.ok ? "moderated" : result.error, "undo");
  refresh();
}

export interface RoleFormState {
  readonly refusal: RoleFormRefusal | null;
  readonly isDone: boolean;
  /** What a refused form said. */
  readonly email: string;
  readonly role: string;
  readonly reason: string;
}

export async function giveRoleAction(_: RoleFormState, form: FormData): Promise<RoleFormState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const refused = (refusal: RoleFormRefusal) => {
    return { refusal, isDone: false, email: text("email"), role: text("role"), reason: text("reason") };
  };
  const parsed = roleForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(firstProblem(parsed.error, roleProblems));
  const viewer = await currentViewer();
  const result = await giveRole({ db: database(), viewer, ...parsed.data, now: new Date() });
  if (!result.ok) {
    await record(viewer, result.error, "give-role");
    return refused(result.error);
  }
  const { email: address, role } = parsed.data;
  await recordEvent("role-changed", { actor: viewer.member?.userId ?? null, address }, { role, cause: "page" });
  refresh();
  return { refusal: null, isDone: true, email: "", role: "author", reason: "" };
}

export interface InvitationFormState {
  readonly refusal: InvitationRefusal | null;
  /** The link to hand on; it is shown this once. */
  readonly link: string | null;
  readonly note: string;
}

export async function inviteAction(_: InvitationFormState, form: FormData): Promise<InvitationFormState> {
  const refused = (refusal: InvitationRefusal) => ({ refusal, link: null, note: String(form.get("note") ?? "") });
  const parsed = invitationForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(firstProblem(parsed.error, invitationProblems));
  const viewer = await currentViewer();
  const made = await invite(database(), viewer, parsed.data.note, new Date());
  if (!made.ok) {
    await record(viewer, made.error, "invite");
    return refused(made.error);
  }
  await recordEvent("invited", { actor: viewer.member?.userId ?? null });
  refresh();
  return { refusal: null, link: `${siteUrl(environment())}${invitationPath(made.value)}`, note: "" };
}

export async function withdrawInvitationAction(form: FormData): Promise<void> {
  const parsed = withdrawForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return;
  const viewer = await currentViewer();
  const withdrawn = await withdrawInvitation(database(), viewer, parsed.data.invitation, new Date());
  if (!withdrawn.ok) await record(viewer, withdrawn.error, "withdraw-invitation");
  refresh();
}

/** An act that was done, or that somebody may not do. A refusal for another cause is no event. */
async function record(
  viewer: Viewer,
  outcome: "moderated" | ModerationRefusal | RoleRefusal | "no-such-act" | "too-late",
  act: string,
) {
  const involved = { actor: viewer.member?.userId ?? null };
  if (outcome === "moderated") await recordEvent(outcome, involved, { act });
  const isForbidden = outcome === "not-a-moderator" || outcome === "not-an-administrator" || outcome === "above-you";
  if (isForbidden) await recordEvent("access-refused", involved, { to: act, cause: outcome });
}
