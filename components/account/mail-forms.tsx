"use client";

import { type ReactNode, useActionState } from "react";
import { AccountField } from "#components/account/account-field";
import { FormMessage } from "#components/ui/form-message";
import { SubmitButton } from "#components/ui/submit-button";
import {
  confirmAddressAction,
  confirmSignUpAction,
  type LinkFormState,
  requestResetAction,
  resetPasswordAction,
} from "#lib/auth/mail-actions";
import { useWords } from "#words";

const untouched: LinkFormState = { refusal: null, isDone: false, problems: [] };

/** Finishes a sign-up whose link was opened. */
export function ConfirmSignUpForm({ token }: { token: string }) {
  const t = useWords();
  const form = useActionState(confirmSignUpAction, untouched);
  return (
    <LinkForm form={form} token={token} button={t("entry.createAccount")}>
      <AccountField
        label={t("field.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        hint={t("entry.chosenPassword")}
        problems={form[0].problems}
      />
    </LinkForm>
  );
}

/** Requests a mail with a link to a new password. */
export function RequestResetForm() {
  const t = useWords();
  const form = useActionState(requestResetAction, untouched);
  return (
    <LinkForm form={form} button={t("entry.sendLink")}>
      <AccountField
        label={t("field.email")}
        name="email"
        type="email"
        autoComplete="email"
        required
        problems={form[0].problems}
      />
    </LinkForm>
  );
}

/** Sets the new password. */
export function ResetPasswordForm({ token }: { token: string }) {
  const t = useWords();
  const form = useActionState(resetPasswordAction, untouched);
  return (
    <LinkForm form={form} token={token} button={t("entry.changePassword")}>
      <AccountField
        label={t("field.newPassword")}
        name="next"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        hint={t("field.passwordHintEverywhere")}
        problems={form[0].problems}
      />
    </LinkForm>
  );
}

/** Confirms the address to which the link was mailed, but only on a press: a preview of the link must not use it up. */
export function ConfirmAddressForm({ token }: { token: string }) {
  const t = useWords();
  const form = useActionState(confirmAddressAction, untouched);
  return (
    <LinkForm form={form} token={token} button={t("entry.confirmAddress")} done={t("entry.addressConfirmed")}>
      {null}
    </LinkForm>
  );
}

function LinkForm(props: {
  readonly form: readonly [LinkFormState, (form: FormData) => void, boolean];
  readonly token?: string;
  readonly button: string;
  readonly done?: string;
  readonly children: ReactNode;
}) {
  const t = useWords();
  const [state, action, isPending] = props.form;
  return (
    <form action={action} className="grid gap-5">
      {props.token === undefined ? null : <input type="hidden" name="token" value={props.token} />}
      {props.children}
      <FormMessage of="refusal">{state.refusal === null ? null : t(`entry.refused-${state.refusal}`)}</FormMessage>
      <FormMessage of="success">{state.isDone ? props.done : null}</FormMessage>
      {state.isDone ? null : (
        <SubmitButton look="primary" isPending={isPending}>
          {props.button}
        </SubmitButton>
      )}
    </form>
  );
}
