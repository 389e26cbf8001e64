import { expect, it } from "vitest";
import { sessionForm } from "./schema.ts";

it("takes the name of a session or of all with a password, and none that PostgreSQL could not look for", () => {
  const isTaken = (form: object) => sessionForm.safeParse(form).success;
  const current = "a long password";
  for (const session of ["all", "k3Jq0"]) expect(isTaken({ session, current })).toBe(true);
  for (const session of ["", "a\0b", undefined]) expect(isTaken({ session, current })).toBe(false);
  expect(isTaken({ session: "all" })).toBe(false);
});
