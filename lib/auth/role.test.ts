import { expect, it } from "vitest";
import { roleInForce, roleMay } from "./role.ts";

const now = new Date("2026-11-22T12:00:00Z");
const [before, after] = [new Date("2026-11-22T11:59:59Z"), new Date("2026-11-22T12:00:01Z")];

it("takes the powers of moderators and administrators while they are suspended, and no longer", () => {
  for (const role of ["moderator", "administrator"] as const) {
    expect(roleInForce({ role, suspendedUntil: after }, now)).toBe("member");
    expect(roleInForce({ role, suspendedUntil: before }, now)).toBe(role);
    expect(roleInForce({ role, suspendedUntil: null }, now)).toBe(role);
  }
});

it("gives no rights to a role that is unknown", () => {
  expect(roleInForce({ role: "owner", suspendedUntil: null }, now)).toBe("member");
});

it("lets authors see statistics and decide suggestions, moderators moderate, and administrators alone give roles", () => {
  const ofAuthors = ["see-statistics", "decide-suggestions"] as const;
  const all = [...ofAuthors, "moderate", "moderate-moderators", "give-roles", "invite"] as const;
  const powersOf = (role: string) => all.filter((power) => roleMay(role, power));
  expect(powersOf("member")).toEqual([]);
  expect(powersOf("author")).toEqual(ofAuthors);
  expect(powersOf("moderator")).toEqual([...ofAuthors, "moderate"]);
  expect(powersOf("administrator")).toEqual(all);
  expect(powersOf("owner")).toEqual([]);
});
