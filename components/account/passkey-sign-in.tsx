"use client";

import { useActionState } from "react";
import { FormMessage } from "#components/ui/form-message";
import { SubmitButton } from "#components/ui/submit-button";
import type { EntryRefusal } from "#lib/auth/entry-refusal";
import { beginPasskeySignIn, signInByPasskey } from "#lib/auth/passkey-actions";
import { useWords } from "#words";
import { signWithPasskey } from "./passkey-ceremony.ts";
import { useCanPasskey } from "./use-can-passkey.ts";

/** Signs in by a passkey of `host`. Shows nothing if the browser supports none, or without script. */
export function PasskeySignIn({ host, returnTo }: { host: string; returnTo: string }) {
  const t = useWords();
  const [refusal, action, isPending] = useActionState(signIn, null);
  if (!useCanPasskey(host)) return null;
  return (
    <form action={action} className="mx-auto mt-8 grid max-w-sm gap-3 border-t border-line pt-6">
      <input type="hidden" name="returnTo" value={returnTo} />
      <FormMessage of="refusal">{refusal === null ? null : t(`entry.refused-${refusal}`)}</FormMessage>
      <SubmitButton isPending={isPending}>{t("entry.usePasskey")}</SubmitButton>
    </form>
  );
}

/** Returns why nobody was signed in. Never null, because the server redirects after a success. */
async function signIn(_: EntryRefusal | null, form: FormData): Promise<EntryRefusal | null> {
  const begun = await beginPasskeySignIn();
  if (begun.options === null) return begun.refusal;
  const signed = await signWithPasskey(begun.options);
  if (!signed.ok) return signed.error === "passkey-exists" ? "passkey-refused" : signed.error;
  form.set("credential", signed.value);
  return signInByPasskey(form);
}
