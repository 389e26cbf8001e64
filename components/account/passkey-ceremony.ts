import { fail, ok, type Result } from "#lib/exam/result";

/** Whether this browser can make and use passkeys of `host` on this page. */
export function canUsePasskeys(host: string): boolean {
  return (
    location.hostname === host &&
    typeof PublicKeyCredential === "function" &&
    "parseCreationOptionsFromJSON" in PublicKeyCredential
  );
}

/** Lets a device make a passkey. Returns the JSON that the server takes, or a sentence. */
export function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<Result<string, string>> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return asked(() => navigator.credentials.create({ publicKey }));
}

/** Lets a device sign with a passkey that it holds. Returns the same. */
export function signWithPasskey(options: PublicKeyCredentialRequestOptionsJSON): Promise<Result<string, string>> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return asked(() => navigator.credentials.get({ publicKey }));
}

const sentences: Readonly<Record<string, string>> = {
  // Also when nothing was chosen for a while: browsers do not say which, so that a page cannot ask what a device holds.
  NotAllowedError: "No passkey was chosen. Try again.",
  InvalidStateError: "This device has a passkey of this account already.",
};

async function asked(ask: () => Promise<Credential | null>): Promise<Result<string, string>> {
  try {
    const credential = await ask();
    return ok(JSON.stringify((credential as PublicKeyCredential | null)?.toJSON() ?? null));
  } catch (error) {
    const sentence = error instanceof DOMException ? sentences[error.name] : undefined;
    if (sentence === undefined) throw error;
    return fail(sentence);
  }
}
