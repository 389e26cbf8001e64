"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { fieldProblemsOf } from "#lib/auth/field-problems";
import { passwordProblem } from "#lib/auth/password-problem";
import { currentSessionId } from "#lib/auth/read/current-session";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { addressForm } from "#lib/auth/schema";
import type { Viewer } from "#lib/auth/viewer";
import { forgetGuest } from "#lib/auth/write/guest-cookie";
import { mailAddress } from "#lib/auth/write/mail-links";
import { replaceSessionCookie } from "#lib/auth/write/session-cookies";
import { database } from "#lib/db/current";
import { recordEvent } from "#lib/events/record-event";
import { isMailOn } from "#lib/mail/send-mail";
import { currentWords } from "#lib/settings/read/current-words";
import {
  type AccountFormState,
  type AccountRefusal,
  deleteForm,
  passwordForm,
  renameForm,
  sessionForm,
} from "./schema.ts";
import { changePassword, confirmPassword, endSessions, type PasswordRefusal, rename } from "./write/change-account.ts";
import { deleteAccount, deleteGuest } from "./write/delete-account.ts";

export async function renameAction(_: AccountFormState, form: FormData): Promise<AccountFormState> {
  const parsed = renameForm.safeParse(Object.fromEntries(form));
  const chosen = String(form.get("name") ?? "");
  if (!parsed.success) return { ...misread(parsed.error), chosen };
  const result = await rename({ db: database(), viewer: await currentViewer(), ...parsed.data, now: new Date() });
  if (!result.ok) {
    const { error } = result;
    return error === "sign-in-first" ? refused(error) : { ...nothing, fields: { name: [error] }, chosen };
  }
  refresh();
  return done;
}

export async function changePasswordAction(_: AccountFormState, form: FormData): Promise<AccountFormState> {
  const parsed = passwordForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return misread(parsed.error);
  const { current, next } = parsed.data;
  const [viewer, sessionId] = await Promise.all([currentViewer(), currentSessionId()]);
  if (viewer.member === null) return refused("sign-in-first");
  const weakness = await passwordProblem(next, viewer.member);
  if (weakness !== null) return { ...nothing, fields: { next: [weakness] } };
  const now = new Date();
  const result = await changePassword({ db: database(), viewer, password: current, next, sessionId, now });
  if (!result.ok) return refusePassword(viewer, "change", result.error);
  await recordEvent("password-changed", { actor: viewer.member.userId });
  if (result.value !== null) await replaceSessionCookie(result.value);
  refresh();
  return done;
}

/** Mails a link to an address, which the account gets when the link is opened. Says the same if another account has it. */
export async function changeAddressAction(_: AccountFormState, form: FormData): Promise<AccountFormState> {
  const parsed = addressForm.safeParse(Object.fromEntries(form));
  const chosen = String(form.get("email") ?? "");
  if (!parsed.success) return { ...misread(parsed.error), chosen };
  if (!isMailOn()) return refused("no-mail");
  const { email, current } = parsed.data;
  const [viewer, sessionId, now] = [await currentViewer(), await currentSessionId(), new Date()];
  const confirmed = await confirmPassword({ db: database(), viewer, password: current, sessionId, now });
  if (!confirmed.ok) return { ...(await refusePassword(viewer, "change-address", confirmed.error)), chosen };
  const { userId } = confirmed.value;
  await recordEvent("address-change-asked", { actor: userId, address: email });
  mailAddress(await currentWords(), userId, email, now);
  return done;
}

/** Someone who finds a device unlocked must not end the owner's sessions elsewhere, so the password is required. */
export async function endSessionsAction(_: AccountFormState, form: FormData): Promise<AccountFormState> {
  const parsed = sessionForm.safeParse(Object.fromEntries(form));
  const chosen = String(form.get("session") ?? "");
  if (!parsed.success) return { ...misread(parsed.error), chosen };
  const { session: endedId, current } = parsed.data;
  const [viewer, sessionId, now] = [await currentViewer(), await currentSessionId(), new Date()];
  const ended = await endSessions({ db: database(), viewer, password: current, sessionId, endedId, now });
  if (!ended.ok) return { ...(await refusePassword(viewer, "end-sessions", ended.error)), chosen };
  await recordEvent("sessions-ended", { actor: actorOf(viewer) }, { count: ended.value });
  if (endedId === "all" || endedId === sessionId) goHome();
  refresh();
  return done;
}

export async function deleteAccountAction(_: AccountFormState, form: FormData): Promise<AccountFormState> {
  const parsed = deleteForm.safeParse(Object.fromEntries(form));
  const comments = form.get("comments") === "erase" ? "erase" : "keep";
  if (!parsed.success) return { ...misread(parsed.error), chosen: comments };
  const { current } = parsed.data;
  const [viewer, sessionId] = [await currentViewer(), await currentSessionId()];
  const request = { db: database(), viewer, password: current, sessionId, comments, now: new Date() } as const;
  const result = await deleteAccount(request);
  if (!result.ok) return { ...(await refusePassword(viewer, "delete", result.error)), chosen: comments };
  await recordEvent("account-deleted", { actor: actorOf(viewer) }, { comments });
  return goHome();
}

export async function deleteGuestAction(): Promise<void> {
  const deleted = await deleteGuest(database(), await currentViewer());
  if (deleted.ok) await recordEvent("guest-deleted", { actor: null });
  await forgetGuest();
  goHome();
}

function actorOf(viewer: Viewer): string | null {
  return viewer.member?.userId ?? null;
}

async function refusePassword(viewer: Viewer, to: string, cause: PasswordRefusal): Promise<AccountFormState> {
  await recordEvent("password-refused", { actor: actorOf(viewer) }, { to, cause });
  return refused(cause);
}

/** As for someone who is signed out: the header that the browser has cached shows who it was. */
function goHome(): never {
  revalidatePath("/", "layout");
  redirect("/");
}

const nothing: AccountFormState = { refusal: null, isDone: false, fields: {}, chosen: null };
const done: AccountFormState = { ...nothing, isDone: true };

function refused(refusal: AccountRefusal): AccountFormState {
  return { ...nothing, refusal };
}

function misread(error: z.ZodError): AccountFormState {
  return { ...nothing, fields: fieldProblemsOf(error) };
}
