import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const privacy = readFileSync("docs/privacy.md", "utf8");
const models = [...readFileSync("prisma/schema.prisma", "utf8").matchAll(/^model (\w+) \{([^}]*)\}/gm)].map(
  ([, name = "", columns = ""]) => ({ name, columns }),
);
/** Columns that say whose a row is, or where somebody can be reached. */
const personal = /^\s+(?:learnerId|userId|authorId|reporterId|moderatorId|actorId|createdById|email)\s/m;

it("docs/privacy.md names every table that holds something of a person", () => {
  const held = models.filter(({ columns }) => personal.test(columns)).map(({ name }) => name);
  expect(held.length).toBeGreaterThan(15);
  expect(held.filter((name) => !privacy.includes(`\`${name}\``))).toEqual([]);
});
