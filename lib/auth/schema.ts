import { z } from "zod";
import { nameProblem } from "./name-problem.ts";

const email = z.email("Write an email address such as name@example.org").max(200);

export const signUpForm = z.object({
  name: z
    .string()
    .trim()
    .min(2, "At least 2 characters")
    .max(40, "At most 40 characters")
    .superRefine((name, { addIssue }) => {
      const message = nameProblem(name);
      if (message !== null) addIssue({ code: "custom", message });
    }),
  email,
  password: z.string().min(8, "At least 8 characters").max(200, "At most 200 characters"),
  /** The token of an invitation; empty without one. */
  invitation: z.string().max(100).optional(),
});

export const signInForm = z.object({ email, password: z.string().min(1, "Write your password").max(200) });

/** What a link in a mail carries. */
export const tokenForm = z.object({ token: z.string().min(1).max(100) });

export const newPasswordForm = tokenForm.extend({ next: signUpForm.shape.password });

/** Another address for an account, in lower case, and its password. */
export const addressForm = z.object({
  email: email.toLowerCase(),
  current: z.string().min(1, "Write your password").max(200),
});

/** Where to go after signing in: an address of this site only, home for anything else. */
export function returnPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/")) return "/";
  const home = "http://this-site.invalid";
  // The parser drops what browsers drop (tabs, line ends) before it looks for a host.
  const url = URL.canParse(value, home) ? new URL(value, home) : new URL(home);
  const path = url.pathname + url.search;
  return url.origin === home && !path.startsWith("//") ? path : "/";
}
