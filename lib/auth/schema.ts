import { z } from "zod";
import { says } from "./field-problems.ts";
import { nameProblem } from "./name-problem.ts";

const email = z.email(says("email")).max(200);

export const signUpForm = z.object({
  name: z
    .string()
    .trim()
    .min(2, says("name-short"))
    .max(40, says("name-long"))
    .superRefine((name, { addIssue }) => {
      const message = nameProblem(name);
      if (message !== null) addIssue({ code: "custom", message });
    }),
  email,
  password: z.string().min(8, says("password-short")).max(200, says("password-long")),
  /** The token of an invitation; empty without one. */
  invitation: z.string().max(100).optional(),
});

export const signInForm = z.object({ email, password: z.string().min(1, says("password-missing")).max(200) });

/** What a link in a mail carries. */
export const tokenForm = z.object({ token: z.string().min(1).max(100) });

export const newPasswordForm = tokenForm.extend({ next: signUpForm.shape.password });

/** Another address for an account, in lower case, and its password. */
export const addressForm = z.object({
  email: email.toLowerCase(),
  current: z.string().min(1, says("password-missing")).max(200),
});

/** Longer than any address here. */
const longestPath = 2_000;

/** Where to go after signing in: an address of this site only, home for anything else. */
export function returnPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/")) return "/";
  const home = "http://this-site.invalid";
  // The parser drops what browsers drop (tabs, line breaks) before it looks for a host.
  const url = URL.canParse(value, home) ? new URL(value, home) : new URL(home);
  const path = url.pathname + url.search;
  return url.origin === home && !path.startsWith("//") && path.length <= longestPath ? path : "/";
}
