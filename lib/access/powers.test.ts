import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { addedPowers, type Power, roleMay, roles } from "#lib/auth/role";
import { english } from "../../tests/support/in-english.ts";
import { type Access, accessTable } from "./access-table.ts";

/** The entries of the table of access that each power opens. */
const opens: Readonly<Record<Power, readonly (keyof typeof accessTable)[]>> = {
  "see-statistics": ["page /authoring", "page /preview/[exam]/[question]"],
  "decide-suggestions": [
    "page /authoring/suggestions",
    "GET /authoring/suggestions/[id]/patch",
    "decideSuggestionAction",
  ],
  moderate: ["page /moderation", "page /moderation/comments/[id]", "moderateAction", "undoActAction"],
  // The same pages and actions, for other people.
  "moderate-moderators": [],
  "give-roles": ["page /roles", "giveRoleAction"],
  invite: ["page /invitations", "inviteAction", "withdrawInvitationAction"],
};
const powers = Object.keys(opens) as Power[];

it("opens every entry of the table of access that takes a role by one power, to the roles that have it", () => {
  const takesRole = ({ may }: Access) => may.length > 0 && may.every((actor) => roles.some((role) => role === actor));
  const entries = Object.entries<Access>(accessTable).filter(([, access]) => takesRole(access));
  expect(Object.values(opens).flat().sort()).toEqual(entries.map(([name]) => name).sort());
  for (const power of powers)
    for (const name of opens[power])
      expect(accessTable[name].may, name).toEqual(roles.filter((role) => roleMay(role, power)));
});

it("has each power once, in a role, and a row of docs/operating.md says what it is as /roles does", () => {
  expect(Object.values(addedPowers).flat().sort()).toEqual([...powers].sort());
  const rows = roles
    .filter((role) => addedPowers[role].length > 0)
    .map((role) => `| ${role} | ${addedPowers[role].map((power) => english(`roles.power-${power}`)).join(" ")} |`);
  expect(readFileSync("docs/operating.md", "utf8").replaceAll("'", "’")).toContain(rows.join("\n"));
});
