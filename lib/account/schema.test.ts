import { expect, it } from "vitest";
import { sessionForm } from "./schema.ts";

it("takes the name of a session or of all, and none that PostgreSQL could not look for", () => {
  for (const session of ["all", "k3Jq0"]) expect(sessionForm.safeParse({ session }).success).toBe(true);
  for (const session of ["", "a\0b", undefined]) expect(sessionForm.safeParse({ session }).success).toBe(false);
});
