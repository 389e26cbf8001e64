import { expect, it } from "vitest";
import { liveSentence } from "./sync-sentences.ts";

const none = { added: [], revised: [], retired: [], renamed: [] };

it.each([
  [{ ...none, revised: ["sea/tides"] }, 0, "1 revised: sea/tides\n"],
  [{ ...none, added: ["sea/a"], retired: ["sea/b", "sea/c"] }, 0, "1 added: sea/a; 2 retired: sea/b, sea/c\n"],
  [{ ...none, added: [..."abcdefg"] }, 0, "7 added: a, b, c, d, e, 2 more\n"],
  [none, 0, "Synced, no question changed\n"],
  [null, 1, "Synced, no question changed (at least 1 warning: see npm run content -- check)\n"],
])("a sync while an author writes tells %j in one line that names the questions", (changes, warnings, line) => {
  expect(liveSentence(changes, warnings)).toBe(line);
});
