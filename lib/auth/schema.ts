import { z } from "zod";

const email = z.email("Write an email address such as name@example.org").max(200);

export const signUpForm = z.object({
  name: z.string().trim().min(2, "At least 2 characters").max(40, "At most 40 characters"),
  email,
  password: z.string().min(8, "At least 8 characters").max(200, "At most 200 characters"),
});

export const signInForm = z.object({ email, password: z.string().min(1, "Write your password").max(200) });

/** Where to go after signing in: an address of this site only. */
export function returnPath(value: unknown): string {
  return typeof value === "string" && /^\/(?![/\\])/.test(value) ? value : "/";
}
