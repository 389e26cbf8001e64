"use server";

import { isAPIError } from "better-auth/api";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { encode } from "uqr";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { auth } from "#lib/auth/write/auth";
import { keepCookies } from "#lib/auth/write/keep-cookies";
import { database } from "#lib/db/current";
import { recordEvent } from "#lib/events/record-event";
import { mayTry } from "#lib/limits/count-try";
import type { AccountRefusal } from "./schema.ts";
import { squaresOf } from "./squares-of.ts";

/** The data for an authenticator app, shown once. */
export interface FactorSetUp {
  /** `otpauth://…`, for a device that has the app itself. */
  readonly link: string;
  /** What to type if nothing can be scanned. */
  readonly secret: string;
  /** The link as a QR code: an SVG path, and the size of its box. */
  readonly picture: { readonly path: string; readonly size: number };
  readonly recoveryCodes: readonly string[];
}

export interface FactorFormState {
  readonly refusal: AccountRefusal | null;
  readonly setUp: FactorSetUp | null;
  readonly isDone: boolean;
}

const untouched: FactorFormState = { refusal: null, setUp: null, isDone: false };

/** Creates a secret and recovery codes. A sign-in does not require a code before `confirmFactorAction`. */
export async function beginFactorAction(_: FactorFormState, form: FormData): Promise<FactorFormState> {
  const password = String(form.get("current") ?? "");
  return attempt(async () => {
    const made = await auth().api.enableTwoFactor({ body: { password, method: "totp" }, headers: await headers() });
    const { totpURI: link, backupCodes: recoveryCodes } = made as { totpURI: string; backupCodes: string[] };
    const secret = new URL(link).searchParams.get("secret") ?? "";
    return { ...untouched, setUp: { link, secret, picture: squaresOf(encode(link).data), recoveryCodes } };
  });
}

/** Accepts the first code of the app, and requires one at each sign-in from now on. */
export async function confirmFactorAction(_: FactorFormState, form: FormData): Promise<FactorFormState> {
  const code = String(form.get("code") ?? "").replace(/\s/g, "");
  return attempt(async () => {
    const reply = await auth().api.verifyTOTP({ body: { code }, headers: await headers(), returnHeaders: true });
    await keepCookies(reply.headers);
    await record("on");
    refresh();
    return { ...untouched, isDone: true };
  });
}

/** From now on, no code is required. */
export async function endFactorAction(_: FactorFormState, form: FormData): Promise<FactorFormState> {
  const password = String(form.get("current") ?? "");
  return attempt(async () => {
    const body = { password };
    const reply = await auth().api.disableTwoFactor({ body, headers: await headers(), returnHeaders: true });
    await keepCookies(reply.headers);
    await record("off");
    refresh();
    return { ...untouched, isDone: true };
  });
}

/** By the codes of the library. */
const refusals: Readonly<Record<string, AccountRefusal>> = {
  INVALID_PASSWORD: "wrong-password",
  INVALID_CODE: "code-wrong",
  TOTP_ALREADY_ENABLED: "app-exists",
};

/** Counts as a try of the password: nobody should be able to guess it on an unlocked device. */
async function attempt(act: () => Promise<FactorFormState>): Promise<FactorFormState> {
  const { member } = await currentViewer();
  if (member === null) return { ...untouched, refusal: "sign-in-first" };
  const refuse = async (cause: string, refusal: AccountRefusal) => {
    await recordEvent("password-refused", { actor: member.userId }, { to: "second-factor", cause });
    return { ...untouched, refusal };
  };
  if (!(await mayTry(database(), "password-by-account", member.userId, new Date())))
    return refuse("too-many-tries", "too-many-tries");
  try {
    return await act();
  } catch (error) {
    if (!isAPIError(error) || Number(error.statusCode) >= 500) throw error;
    const cause = error.body?.code ?? "unknown";
    return refuse(cause, refusals[cause] ?? "failed");
  }
}

async function record(state: "on" | "off"): Promise<void> {
  const { member } = await currentViewer();
  await recordEvent("second-factor-changed", { actor: member?.userId ?? null }, { state });
}
