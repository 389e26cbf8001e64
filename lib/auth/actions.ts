"use server";

import { isAPIError } from "better-auth/api";
import { hashPassword } from "better-auth/crypto";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { database } from "#lib/db/current";
import { forgetTries, mayTry } from "#lib/limits/count-try";
import { currentVisitor } from "#lib/limits/current-visitor";
import { auth } from "./auth.ts";
import { createAccount } from "./create-account.ts";
import { adoptGuest } from "./current-viewer.ts";
import { guestLearnerId } from "./guest-cookie.ts";
import { returnPath, signInForm, signUpForm } from "./schema.ts";
import { endEarlierSession } from "./session-cookies.ts";

/** What a form shows again after a refusal: never the password. */
export interface FormState {
  readonly message: string | null;
  readonly fields: Readonly<Record<string, string[] | undefined>>;
  readonly values: Readonly<Record<string, string>>;
}

export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const parsed = signUpForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, null, z.flattenError(parsed.error).fieldErrors);
  if (!(await maySignUp(new Date()))) {
    return refused(form, "Too many new accounts at once. Wait ten minutes, then try again.");
  }
  const { name, email, password } = parsed.data;
  const isMade = await createAccount({
    db: database(),
    guestId: await guestLearnerId(),
    name,
    email: email.toLowerCase(),
    passwordHash: await hashPassword(password),
    now: new Date(),
  });
  // Who signs up again with the same password never saw that the account was made: they want in.
  const problem = await enter({ email, password });
  if (problem !== null && !isMade)
    return refused(form, "This address has an account. Sign in with its password, or use another address.");
  if (problem !== null) return refused(form, problem);
  redirect(returnPath(form.get("returnTo")));
}

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const parsed = signInForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, null, z.flattenError(parsed.error).fieldErrors);
  const problem = await enter(parsed.data);
  if (problem !== null) return refused(form, problem);
  redirect(returnPath(form.get("returnTo")));
}

/** Begins a session and gives the account what this device's guest did. A sentence when that is refused. */
async function enter(body: { readonly email: string; readonly password: string }): Promise<string | null> {
  const subject = `${body.email} ${(await currentVisitor()) ?? ""}`;
  if (!(await mayTry(database(), "sign-in-at-account", subject, new Date())))
    return "Too many tries for this address. Wait ten minutes, then try again.";
  let learnerId = "";
  const problem = await attempt(async () => {
    const { user } = await auth().api.signInEmail({ body, headers: await headers() });
    learnerId = (user as typeof user & { learnerId: string }).learnerId;
  });
  if (problem !== null) return problem;
  await forgetTries(database(), "sign-in-at-account", subject);
  await adoptGuest(learnerId);
  return null;
}

/** Without a trusted proxy all visitors count as one, and the number is what one installation can bear. */
async function maySignUp(now: Date): Promise<boolean> {
  const visitor = await currentVisitor();
  if (visitor === null) return mayTry(database(), "sign-up-by-everybody", "", now);
  return mayTry(database(), "sign-up-by-visitor", visitor, now);
}

export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() });
  await endEarlierSession(database());
  redirect("/");
}

/** The sentence of an expected refusal ("wrong password"), or null when `job` went well. */
async function attempt(job: () => Promise<void>): Promise<string | null> {
  try {
    await job();
    return null;
  } catch (error) {
    if (isAPIError(error) && Number(error.statusCode) < 500) return error.message;
    throw error;
  }
}

function refused(form: FormData, message: string | null, fields: FormState["fields"] = {}): FormState {
  const values = Object.fromEntries(["name", "email"].map((name) => [name, String(form.get(name) ?? "")]));
  return { message, fields, values };
}
