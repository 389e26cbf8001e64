import { createElement } from "react";
import { expect, it } from "vitest";
import { ActFields } from "#components/moderation/act-form";
import { moderateAction } from "#lib/moderation/actions";
import { renderInEnglish } from "../../tests/support/in-english.ts";

it("asks again for the act that was refused, and not for another: a reason sent anew must not hide the comment", async () => {
  const sent = new FormData();
  for (const [name, value] of Object.entries({ comment: "c", act: "suspend", days: "3", reason: " so " }))
    sent.set(name, value);
  const before = { refusal: null, isDone: false, act: "hide", days: "7", reason: "" };
  const state = await moderateAction(before, sent);
  expect(state).toEqual({
    refusal: "reason",
    isDone: false,
    act: "suspend",
    days: "3",
    reason: " so ",
  });
  const html = renderInEnglish(createElement(ActFields, { state }));
  expect(/<option value="(\w+)" selected/.exec(html)?.[1]).toBe("suspend");
  expect(html).toContain('value="3"');
  expect(html).toContain('value=" so "');
});
