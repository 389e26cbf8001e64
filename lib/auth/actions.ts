"use server";

import { isAPIError } from "better-auth/api";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { database } from "#lib/db/current";
import { auth } from "./auth.ts";
import { adoptGuest } from "./current-viewer.ts";
import { forgetGuest } from "./guest-cookie.ts";
import { forgetTries, type Limit, mayTry } from "./limit.ts";
import { returnPath, signInForm, signUpForm } from "./schema.ts";
import { visitorAddress } from "./visitor-address.ts";

/** What a form shows again after a refusal: never the password. */
export interface FormState {
  readonly message: string | null;
  readonly fields: Readonly<Record<string, string[] | undefined>>;
  readonly values: Readonly<Record<string, string>>;
}

export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const parsed = signUpForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, null, z.flattenError(parsed.error).fieldErrors);
  if (!(await mayTry(database(), await signUpLimit(), new Date()))) {
    return refused(form, "Too many new accounts at once. Wait ten minutes, then try again.");
  }
  const problem = await attempt(async () => {
    await auth().api.signUpEmail({ body: parsed.data as SignUpBody, headers: await headers() });
  });
  if (problem !== null) return refused(form, problem);
  await forgetGuest();
  redirect(returnPath(form.get("returnTo")));
}

/** The learner and the role are set on the server, by the hook in auth.ts. */
type SignUpBody = NonNullable<Parameters<ReturnType<typeof auth>["api"]["signUpEmail"]>[0]>["body"];

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const parsed = signInForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(form, null, z.flattenError(parsed.error).fieldErrors);
  const limit = await signInLimit(parsed.data.email);
  if (!(await mayTry(database(), limit, new Date()))) {
    return refused(form, "Too many tries for this address. Wait ten minutes, then try again.");
  }
  let learnerId = "";
  const problem = await attempt(async () => {
    const { user } = await auth().api.signInEmail({ body: parsed.data, headers: await headers() });
    learnerId = (user as typeof user & { learnerId: string }).learnerId;
  });
  if (problem !== null) return refused(form, problem);
  await forgetTries(database(), limit);
  await adoptGuest(learnerId);
  redirect(returnPath(form.get("returnTo")));
}

/** Counted by visitor and account where visitors can be told apart, so that a stranger cannot lock anybody out. */
async function signInLimit(email: string): Promise<Limit> {
  return { act: "sign-in", subject: `${email} ${(await visitorAddress()) ?? ""}`, tries: 10 };
}

/** Without a trusted proxy all visitors count as one, and the number is what one installation can bear. */
async function signUpLimit(): Promise<Limit> {
  const address = await visitorAddress();
  return { act: "sign-up", subject: address ?? "everybody", tries: address === null ? 300 : 20 };
}

export async function signOut(): Promise<void> {
  await auth().api.signOut({ headers: await headers() });
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
