import { describe, expect, it } from "vitest";
import { allWords } from "#lib/messages/catalogue";
import { createWords } from "#lib/messages/words";
import { notificationSentence } from "./notification-sentence.ts";
import { suspensionText } from "./suspension-text.ts";

const english = createWords(allWords({ language: "en", locale: "en", timeZone: "UTC" }));
const german = createWords(allWords({ language: "de", locale: "de", timeZone: "Europe/Berlin" }));

const suspended = suspensionText({ until: new Date("2026-11-24T12:00:00Z"), reason: "tone: too sharp" });

describe("what is kept of an act of moderation", () => {
  it.each([
    [
      { kind: "suspended", text: suspended },
      "A moderator suspended you from posting until November 24, 2026 at 12:00 PM UTC: tone: too sharp",
      "Die Moderation hat Ihnen das Schreiben bis 24. November 2026 um 13:00 MEZ untersagt: tone: too sharp",
    ],
    [
      { kind: "hidden", text: "reports:3" },
      "Your comment was hidden: 3 people reported it",
      "Ihr Kommentar wurde ausgeblendet: 3 Personen haben ihn gemeldet",
    ],
    [
      { kind: "taken-back", text: "" },
      "A moderator has withdrawn this notification.",
      "Die Moderation hat zurückgenommen, was hier stand.",
    ],
  ] as const)("is written in the reader’s language: %j", (reported, inEnglish, inGerman) => {
    expect([notificationSentence(english, reported), notificationSentence(german, reported)]).toEqual([
      inEnglish,
      inGerman,
    ]);
  });

  it.each([
    ["hidden", "1 people reported it", "1 Person hat ihn gemeldet"],
    ["warning", "This was taken back by a moderator.", "Die Moderation hat zurückgenommen, was hier stand."],
    ["hidden", "because it shouts", "because it shouts"],
    [
      "warning",
      "Mind it. You may post again from 2026-11-24, 12:00 UTC.",
      "Mind it. You may post again from 2026-11-24, 12:00 UTC.",
    ],
  ] as const)("reads right as it was kept before: %s %s", (kind, text, said) => {
    expect(notificationSentence(german, { kind, text })).toContain(said);
  });
});
