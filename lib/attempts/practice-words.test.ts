import { expect, it } from "vitest";
import { dayWords } from "#lib/dates/day-words";
import { english } from "../../tests/support/in-english.ts";
import { pickedSentence } from "./practice-words.ts";

const reader = { locale: "en-GB", timeZone: "Europe/Berlin" };
const now = new Date("2026-03-20T12:00:00Z");
const dayOf = (at: Date) => dayWords(reader, at, now);
const at = "2026-03-02T23:30:00.000Z";

it("a picked question says why, each reason with what it rests on, in the learner's own days", () => {
  expect(pickedSentence(english, [{ reason: "missed", times: 1, at }], dayOf)).toBe(
    "Picked because you missed it on 3 March.",
  );
  expect(pickedSentence(english, [{ reason: "missed", times: 2, at }, { reason: "flagged" }], dayOf)).toBe(
    "Picked because you missed it twice, last on 3 March and you flagged it.",
  );
  expect(pickedSentence(english, [{ reason: "slow", elapsedMs: 125_400, at }], dayOf)).toBe(
    "Picked because it took you 2 min 5 s on 3 March.",
  );
  expect(pickedSentence(english, [], dayOf)).toBeNull();
});

it("a day of another year has its year", () => {
  expect(dayOf(new Date("2025-03-03T12:00:00Z"))).toBe("3 March 2025");
  expect(dayWords({ ...reader, locale: "de" }, new Date("2025-03-03T12:00:00Z"), now)).toBe("3. März 2025");
});
