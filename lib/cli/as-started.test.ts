import { expect, it } from "vitest";
import { asStarted } from "./as-started.ts";

it.each([
  ["restore with npm run admin -- restore <file>.", "restore with node /opt/mockdown/server.mjs admin restore <file>."],
  ["see npm run content -- check", "see node /opt/mockdown/server.mjs content check"],
  ["To go on: npm start -- --accept-loss.", "To go on: node /opt/mockdown/server.mjs --accept-loss."],
  ["npm start makes it", "node /opt/mockdown/server.mjs makes it"],
  ["nothing to run", "nothing to run"],
])("names commands as a release has them: %s", (sentence, ours) => {
  expect(asStarted(sentence, "/opt/mockdown")).toBe(ours);
});

it("leaves a sentence as it is in a checkout", () => {
  expect(asStarted("npm run admin -- doctor", undefined)).toBe("npm run admin -- doctor");
});
