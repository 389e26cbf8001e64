"use client";

import { type ReactNode, useActionState } from "react";
import { FormMessage } from "#components/ui/form-message";
import { SubmitButton } from "#components/ui/submit-button";
import {
  changeAddressAction,
  changePasswordAction,
  deleteAccountAction,
  endSessionsAction,
  renameAction,
} from "#lib/account/actions";
import type { AccountFormState, Fate } from "#lib/account/schema";
import type { FieldProblem } from "#lib/auth/field-problems";
import { useWords } from "#words";
import { AccountField } from "./account-field.tsx";

const untouched: AccountFormState = { refusal: null, isDone: false, fields: {}, chosen: null };

export function RenameForm({ name }: { name: string }) {
  const t = useWords();
  const [state, action, isPending] = useActionState(renameAction, untouched);
  return (
    <form action={action} className="mt-4 grid gap-4">
      <AccountField
        label={t("field.name")}
        name="name"
        autoComplete="nickname"
        required
        defaultValue={state.chosen ?? name}
        hint={t("field.nameHint")}
        problems={state.fields.name}
      />
      <Outcome state={state} done={t("account.nameChanged")} />
      <Save isPending={isPending}>{t("account.changeName")}</Save>
    </form>
  );
}

export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useWords();
  const [state, action, isPending] = useActionState(changePasswordAction, untouched);
  return (
    <form action={action} className="mt-4 grid gap-4">
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <AccountField
        label={t("field.newPassword")}
        name="next"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        hint={t("field.passwordHintHere")}
        problems={state.fields.next}
      />
      <Outcome state={state} done={t("account.passwordChanged")} />
      <Save isPending={isPending}>{t("account.changePassword")}</Save>
    </form>
  );
}

/** Requests a mail to another address, or to the same one while it is not confirmed. */
export function AddressForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const t = useWords();
  const [state, action, isPending] = useActionState(changeAddressAction, untouched);
  return (
    <form action={action} className="mt-4 grid gap-4">
      <AccountField
        label={t("field.email")}
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={state.chosen ?? email}
        problems={state.fields.email}
      />
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <Outcome state={state} done={t("account.emailSent")} />
      <Save isPending={isPending}>{t("account.sendLink")}</Save>
    </form>
  );
}

/** Ends the chosen session. */
export function SessionForm({ choices, hasPassword }: { choices: readonly ChoiceView[]; hasPassword: boolean }) {
  const t = useWords();
  const [state, action, isPending] = useActionState(endSessionsAction, untouched);
  return (
    <form action={action} className="mt-3 grid gap-4">
      <Choices name="session" legend={t("account.sessionsChoose")} chosen={state.chosen} choices={choices} />
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <Outcome state={state} done={t("account.sessionEnded")} />
      <Save isPending={isPending}>{t("account.signOutThere")}</Save>
    </form>
  );
}

export function DeleteAccountForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useWords();
  const [state, action, isPending] = useActionState(deleteAccountAction, untouched);
  return (
    <form action={action} className="mt-4 grid gap-4">
      {/* Made anew with what was sent: React's reset of a form would forget it, and the next try would be the last. */}
      <CommentsChoice key={state.chosen} comments={state.chosen === "erase" ? "erase" : "keep"} />
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <Outcome state={state} done="" />
      <SubmitButton look="danger" isPending={isPending} className="justify-self-start">
        {t("account.delete")}
      </SubmitButton>
    </form>
  );
}

export function CommentsChoice({ comments }: { comments: Fate }) {
  const t = useWords();
  return (
    <fieldset className="grid text-sm">
      <legend className="font-medium">{t("account.deleteComments")}</legend>
      <Choice name="comments" value="keep" isDefault={comments === "keep"}>
        {t("account.deleteKeep")}
      </Choice>
      <Choice name="comments" value="erase" isDefault={comments === "erase"}>
        {t("account.deleteErase")}
      </Choice>
    </fieldset>
  );
}

/** A radio button of a form; without a value a line that cannot be chosen. */
export interface ChoiceView {
  readonly value: string | null;
  readonly label: ReactNode;
}

/** One of several choices, rendered again with what was sent, such as what happens to the person's comments. */
export function Choices(props: {
  readonly name: string;
  readonly legend: string;
  readonly chosen: string | null;
  readonly choices: readonly ChoiceView[];
}) {
  const { name, legend, chosen, choices } = props;
  return (
    <fieldset key={chosen} className="grid divide-y divide-line text-sm">
      <legend className="sr-only">{legend}</legend>
      {choices.map(({ value, label }) => (
        <Choice key={value} name={name} value={value} isDefault={value !== null && value === chosen}>
          {label}
        </Choice>
      ))}
    </fieldset>
  );
}

function Choice(props: { name: string; value: string | null; isDefault: boolean; children: ReactNode }) {
  const { name, value, isDefault, children } = props;
  return (
    <label className="flex min-h-11 items-center gap-2.5 py-1">
      <input
        type="radio"
        name={name}
        value={value ?? ""}
        required
        disabled={value === null}
        defaultChecked={isDefault}
        className="size-4.5 shrink-0 accent-accent disabled:invisible"
      />
      <span>{children}</span>
    </label>
  );
}

export function CurrentPassword({
  hasPassword,
  problems,
}: {
  hasPassword: boolean;
  problems: readonly FieldProblem[] | undefined;
}) {
  const t = useWords();
  // People who sign in with a provider have none: the server requires a new sign-in instead.
  if (!hasPassword) return <input type="hidden" name="current" value="none" />;
  return (
    <AccountField
      label={t("field.password")}
      name="current"
      type="password"
      autoComplete="current-password"
      required
      problems={problems}
    />
  );
}

export function Outcome({ state, done }: { state: AccountFormState; done: string }) {
  const t = useWords();
  return (
    <>
      <FormMessage of="refusal">{state.refusal === null ? null : t(`account.refused-${state.refusal}`)}</FormMessage>
      <FormMessage of="success">{state.isDone ? done : null}</FormMessage>
    </>
  );
}

export function Save({ isPending, children }: { isPending: boolean; children: ReactNode }) {
  return (
    <SubmitButton isPending={isPending} className="justify-self-start">
      {children}
    </SubmitButton>
  );
}
