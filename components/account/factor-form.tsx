"use client";

import { useActionState } from "react";
import { AccountField } from "#components/account/account-field";
import { FormMessage } from "#components/ui/form-message";
import { SubmitButton } from "#components/ui/submit-button";
import {
  beginFactorAction,
  confirmFactorAction,
  endFactorAction,
  type FactorFormState,
  type FactorSetUp,
} from "#lib/account/factor-actions";
import type { AccountRefusal } from "#lib/account/schema";
import { useWords } from "#words";

const untouched: FactorFormState = { refusal: null, setUp: null, isDone: false };

/** Turns the code of an authenticator app on, in two steps, and off. */
export function FactorForm({ isOn }: { isOn: boolean }) {
  const t = useWords();
  const [begun, begin, isBeginning] = useActionState(beginFactorAction, untouched);
  const [confirmed, confirm, isConfirming] = useActionState(confirmFactorAction, untouched);
  const [ended, end, isEnding] = useActionState(endFactorAction, untouched);
  if (isOn)
    return (
      <form action={end} className="mt-4 grid gap-4">
        <p className="text-sm text-good">{t("account.appIsOn")}</p>
        <PasswordField />
        <Message refusal={ended.refusal} />
        <SubmitButton isPending={isEnding} className="justify-self-start">
          {t("account.appTurnOff")}
        </SubmitButton>
      </form>
    );
  if (begun.setUp === null)
    return (
      <form action={begin} className="mt-4 grid gap-4">
        <p className="text-sm text-muted">{t("account.appIsOff")}</p>
        <PasswordField />
        {/* Without script a wrong code leads back here. */}
        <Message refusal={begun.refusal ?? confirmed.refusal} />
        <SubmitButton isPending={isBeginning} className="justify-self-start">
          {t("account.appSetUp")}
        </SubmitButton>
      </form>
    );
  return (
    <form action={confirm} className="mt-4 grid gap-4">
      <SetUp setUp={begun.setUp} />
      <AccountField
        label={t("field.code")}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={9}
      />
      <Message refusal={confirmed.refusal} />
      <SubmitButton isPending={isConfirming} className="justify-self-start">
        {t("account.appTurnOn")}
      </SubmitButton>
    </form>
  );
}

function SetUp({ setUp: { link, secret, picture, recoveryCodes } }: { setUp: FactorSetUp }) {
  const t = useWords();
  const box = `-4 -4 ${picture.size + 8} ${picture.size + 8}`;
  return (
    <div className="grid gap-4 text-sm">
      <p>
        {t.rich("account.appScan", {
          link: (text) => (
            <a href={link} className="text-accent underline underline-offset-4">
              {text}
            </a>
          ),
        })}
      </p>
      <svg viewBox={box} role="img" aria-label={t("account.appPicture")} className="w-56 max-w-full bg-white">
        <path d={picture.path} fill="#000" />
      </svg>
      <p>{t.rich("account.appType", { secret: () => <code className="break-all">{secret}</code> })}</p>
      <p className="font-medium">{t("account.appRecovery")}</p>
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
  const t = useWords();
  return (
    <AccountField label={t("field.password")} name="current" type="password" autoComplete="current-password" required />
  );
}

function Message({ refusal }: { refusal: AccountRefusal | null }) {
  const t = useWords();
  return <FormMessage of="refusal">{refusal === null ? null : t(`account.refused-${refusal}`)}</FormMessage>;
}
