"use client";

import { type ReactNode, useActionState } from "react";
import { Field } from "#components/ui/field";
import { SubmitButton } from "#components/ui/submit-button";
import {
  changeAddressAction,
  changePasswordAction,
  deleteAccountAction,
  endSessionsAction,
  renameAction,
} from "#lib/account/actions";
import type { AccountFormState, Fate } from "#lib/account/schema";

const untouched: AccountFormState = { message: null, isDone: false, fields: {}, chosen: null };

export function RenameForm({ name }: { name: string }) {
  const [state, action, isPending] = useActionState(renameAction, untouched);
  return (
    <form action={action} className="mt-4 grid gap-4">
      <Field
        label="Display name"
        name="name"
        autoComplete="nickname"
        required
        defaultValue={name}
        hint="Shown beside your comments."
        problems={state.fields.name}
      />
      <Outcome state={state} done="Your name is changed." />
      <Save isPending={isPending}>Change name</Save>
    </form>
  );
}

export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const [state, action, isPending] = useActionState(changePasswordAction, untouched);
  return (
    <form action={action} className="mt-4 grid gap-4">
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <Field
        label="New password"
        name="next"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        hint="At least 8 characters. You are signed out everywhere else."
        problems={state.fields.next}
      />
      <Outcome state={state} done="Your password is changed." />
      <Save isPending={isPending}>Change password</Save>
    </form>
  );
}

/** Asks for a mail to another address, or to the same one while it is not confirmed. */
export function AddressForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const [state, action, isPending] = useActionState(changeAddressAction, untouched);
  return (
    <form action={action} className="mt-4 grid gap-4">
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={email}
        problems={state.fields.email}
      />
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <Outcome state={state} done="A mail is on its way. Open its link here within half an hour." />
      <Save isPending={isPending}>Send a link</Save>
    </form>
  );
}

/** Ends the session that is chosen. */
export function SessionForm({ choices, hasPassword }: { choices: readonly ChoiceView[]; hasPassword: boolean }) {
  const [state, action, isPending] = useActionState(endSessionsAction, untouched);
  return (
    <form action={action} className="mt-3 grid gap-4">
      <Choices name="session" legend="What to sign out" chosen={state.chosen} choices={choices} />
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <Outcome state={state} done="That device is signed out." />
      <Save isPending={isPending}>Sign out there</Save>
    </form>
  );
}

export function DeleteAccountForm({ hasPassword }: { hasPassword: boolean }) {
  const [state, action, isPending] = useActionState(deleteAccountAction, untouched);
  return (
    <form action={action} className="mt-4 grid gap-4">
      {/* Made anew with what was sent: React's reset of a form would forget it, and the next try would be the last. */}
      <CommentsChoice key={state.chosen} comments={state.chosen === "erase" ? "erase" : "keep"} />
      <CurrentPassword hasPassword={hasPassword} problems={state.fields.current} />
      <Outcome state={state} done="" />
      <Save isPending={isPending}>Delete account</Save>
    </form>
  );
}

export function CommentsChoice({ comments }: { comments: Fate }) {
  return (
    <fieldset className="grid text-sm">
      <legend className="font-medium">Your comments</legend>
      <Choice name="comments" value="keep" isDefault={comments === "keep"}>
        Stay, without your name: others have answered them
      </Choice>
      <Choice name="comments" value="erase" isDefault={comments === "erase"}>
        Lose their text as well
      </Choice>
    </fieldset>
  );
}

/** A radio button of a form; without a value a line that cannot be chosen. */
export interface ChoiceView {
  readonly value: string | null;
  readonly label: ReactNode;
}

/** One of several, made anew with what was sent, as the choice of what becomes of one's comments is. */
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
  problems: readonly string[] | undefined;
}) {
  // Who signs in by a provider has none: the server asks for a new sign-in instead.
  if (!hasPassword) return <input type="hidden" name="current" value="none" />;
  return (
    <Field
      label="Password"
      name="current"
      type="password"
      autoComplete="current-password"
      required
      {...(problems === undefined ? {} : { problems })}
    />
  );
}

export function Outcome({ state, done }: { state: AccountFormState; done: string }) {
  return (
    <>
      <p role="alert" className="text-sm text-bad empty:hidden">
        {state.message}
      </p>
      <p role="status" className="text-sm text-good empty:hidden">
        {state.isDone ? done : null}
      </p>
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
