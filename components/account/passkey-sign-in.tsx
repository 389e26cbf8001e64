"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";
import { beginPasskeySignIn, signInByPasskey } from "#lib/auth/passkey-actions";
import { signWithPasskey } from "./passkey-ceremony.ts";
import { useCanPasskey } from "./use-can-passkey.ts";

/** Signs in by a passkey of `host`. Nothing where the browser knows none, and without script. */
export function PasskeySignIn({ host, returnTo }: { host: string; returnTo: string }) {
  const [message, action, isPending] = useActionState(signIn, null);
  if (!useCanPasskey(host)) return null;
  return (
    <form action={action} className="mx-auto mt-8 grid max-w-sm gap-3 border-t border-line pt-6">
      <input type="hidden" name="returnTo" value={returnTo} />
      <p role="alert" className="text-sm text-bad empty:hidden">
        {message}
      </p>
      <SubmitButton isPending={isPending}>Use a passkey</SubmitButton>
    </form>
  );
}

/** Returns why nobody was signed in; null never, because the server leads on. */
async function signIn(_: string | null, form: FormData): Promise<string | null> {
  const begun = await beginPasskeySignIn();
  if (begun.options === null) return begun.message;
  const signed = await signWithPasskey(begun.options);
  if (!signed.ok) return signed.error;
  form.set("credential", signed.value);
  return signInByPasskey(form);
}
