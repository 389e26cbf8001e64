import { createElement } from "react";
import { expect, it } from "vitest";
import { CommentsChoice } from "#components/account/account-form";
import { changeAddressAction, deleteAccountAction, renameAction } from "#lib/account/actions";
import { renderInEnglish } from "../../tests/support/in-english.ts";

const checked = (chosen: string | null) =>
  /<input(?=[^>]*checked)[^>]*value="(\w+)"/.exec(
    renderInEnglish(createElement(CommentsChoice, { comments: chosen === "erase" ? "erase" : "keep" })),
  )?.[1];

it("asks again for what was typed and refused, and not for what there was before", async () => {
  const before = { refusal: null, isDone: false, fields: {}, chosen: null } as const;
  const sent = (fields: Readonly<Record<string, string>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return form;
  };
  const name = "x".repeat(41);
  expect(await renameAction(before, sent({ name }))).toMatchObject({ chosen: name, isDone: false });
  const address = { email: "nobody", current: "my password" };
  expect(await changeAddressAction(before, sent(address))).toMatchObject({ chosen: "nobody", isDone: false });
});

it("asks again what was chosen for one's comments: a mistyped password must not change it before an account is gone", async () => {
  const before = { refusal: null, isDone: false, fields: {}, chosen: null } as const;
  const sent = new FormData();
  for (const [name, value] of Object.entries({ comments: "erase", current: "" })) sent.set(name, value);
  const state = await deleteAccountAction(before, sent);
  expect(state).toMatchObject({ isDone: false, chosen: "erase", fields: { current: ["password-missing"] } });
  expect(checked(state.chosen)).toBe("erase");
  expect(checked(before.chosen)).toBe("keep");
});
