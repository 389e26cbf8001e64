import { createElement } from "react";
import { expect, it } from "vitest";
import { ActForm } from "#components/moderation/act-form";
import { moderateAction } from "#lib/moderation/actions";
import { renderInEnglish } from "../../tests/support/in-english.ts";

it("keeps what was refused: the reason and the days", async () => {
  const sent = new FormData();
  for (const [name, value] of Object.entries({ comment: "c", act: "suspend", days: "3", reason: " so " }))
    sent.set(name, value);
  const before = { refusal: null, isDone: false, days: "7", reason: "" };
  expect(await moderateAction(before, sent)).toEqual({ refusal: "reason", isDone: false, days: "3", reason: " so " });
});

it("does nothing at Enter in a field, which presses the first button of a form", () => {
  const html = renderInEnglish(createElement(ActForm, { commentId: "c", possible: ["hide", "dismiss"] }));
  expect(/<button[^>]*>/.exec(html)?.[0]).toMatch(/ type="submit".* disabled/);
});

it("has a button for each act that is possible and for no other, and asks for days where one may suspend", () => {
  const html = renderInEnglish(createElement(ActForm, { commentId: "c", possible: ["restore", "lock", "warn"] }));
  expect([...html.matchAll(/<button[^>]* value="(\w+)"/g)].map(([, act]) => act)).toEqual(["restore", "lock", "warn"]);
  expect(html).not.toContain('name="days"');
  const other = renderInEnglish(createElement(ActForm, { commentId: "c", possible: ["suspend"] }));
  expect(other).toContain('name="days"');
});
