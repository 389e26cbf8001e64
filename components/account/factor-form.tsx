"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { SubmitButton } from "#components/ui/submit-button";
import {
  beginFactorAction,
  confirmFactorAction,
  endFactorAction,
  type FactorFormState,
  type FactorSetUp,
} from "#lib/account/factor-actions";

const untouched: FactorFormState = { message: null, setUp: null, isDone: false };

/** Turns the code of an authenticator app on, in two steps, and off. */
export function FactorForm({ isOn }: { isOn: boolean }) {
  const [begun, begin, isBeginning] = useActionState(beginFactorAction, untouched);
  const [confirmed, confirm, isConfirming] = useActionState(confirmFactorAction, untouched);
  const [ended, end, isEnding] = useActionState(endFactorAction, untouched);
  if (isOn)
    return (
      <form action={end} className="mt-4 grid gap-4">
        <p className="text-sm text-good">A code of your app is asked for at each sign-in.</p>
        <PasswordField />
        <Message text={ended.message} />
        <SubmitButton isPending={isEnding} className="justify-self-start">
          Turn off
        </SubmitButton>
      </form>
    );
  if (begun.setUp === null)
    return (
      <form action={begin} className="mt-4 grid gap-4">
        <p className="text-sm text-muted">
          Each sign-in then also asks for a code from an app on your phone. You get recovery codes in case you lose it.
        </p>
        <PasswordField />
        {/* Without script a wrong code leads back here. */}
        <Message text={begun.message ?? confirmed.message} />
        <SubmitButton isPending={isBeginning} className="justify-self-start">
          Set up an app
        </SubmitButton>
      </form>
    );
  return (
    <form action={confirm} className="mt-4 grid gap-4">
      <SetUp setUp={begun.setUp} />
      <Field label="Code" name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={9} />
      <Message text={confirmed.message} />
      <SubmitButton isPending={isConfirming} className="justify-self-start">
        Turn on
      </SubmitButton>
    </form>
  );
}

function SetUp({ setUp: { link, secret, picture, recoveryCodes } }: { setUp: FactorSetUp }) {
  const box = `-4 -4 ${picture.size + 8} ${picture.size + 8}`;
  return (
    <div className="grid gap-4 text-sm">
      <p>
        Scan this with your authenticator app, or{" "}
        <a href={link} className="text-accent underline underline-offset-4">
          open it on this device
        </a>
        .
      </p>
      <svg viewBox={box} role="img" aria-label="Square code for the app" className="w-56 max-w-full bg-white">
        <path d={picture.path} fill="#000" />
      </svg>
      <p>
        Or type this key: <code className="break-all">{secret}</code>
      </p>
      <p className="font-medium">Keep these recovery codes. Each lets you in once without the app.</p>
      <ul className="grid grid-cols-2 gap-1">
        {recoveryCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PasswordField() {
  return <Field label="Password" name="current" type="password" autoComplete="current-password" required />;
}

function Message({ text }: { text: string | null }) {
  return (
    <p role="alert" className="text-sm text-bad empty:hidden">
      {text}
    </p>
  );
}
