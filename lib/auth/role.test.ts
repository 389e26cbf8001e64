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

it("lets authors see statistics and no more, moderators moderate, and administrators alone give roles", () => {
  const all = ["see-statistics", "moderate", "give-roles"] as const;
  const powersOf = (role: string) => all.filter((power) => roleMay(role, power));
  expect(powersOf("member")).toEqual([]);
  expect(powersOf("author")).toEqual(["see-statistics"]);
  expect(powersOf("moderator")).toEqual(["see-statistics", "moderate"]);
  expect(powersOf("administrator")).toEqual(all);
  expect(powersOf("owner")).toEqual([]);
});
