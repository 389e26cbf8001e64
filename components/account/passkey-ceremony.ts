import { fail, ok, type Result } from "#lib/exam/result";

/** Why a device did not create a passkey, or did not sign with one. */
type CeremonyRefusal = "passkey-none" | "passkey-exists";

/** Whether this browser can create and use passkeys of `host` on this page. */
export function canUsePasskeys(host: string): boolean {
  return (
    location.hostname === host &&
    typeof PublicKeyCredential === "function" &&
    "parseCreationOptionsFromJSON" in PublicKeyCredential
  );
}

/** Lets a device create a passkey. Returns the JSON that the server accepts. */
export function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<Result<string, CeremonyRefusal>> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return asked(() => navigator.credentials.create({ publicKey }));
}

/** Lets a device sign with a passkey that it holds. Returns the same. */
export function signWithPasskey(
  options: PublicKeyCredentialRequestOptionsJSON,
): Promise<Result<string, CeremonyRefusal>> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return asked(() => navigator.credentials.get({ publicKey }));
}

const refusals: Readonly<Record<string, CeremonyRefusal>> = {
  // Also if nothing was chosen for a while: browsers do not say which, so that a page cannot find out what a device
  // holds.
  NotAllowedError: "passkey-none",
  InvalidStateError: "passkey-exists",
};

async function asked(ask: () => Promise<Credential | null>): Promise<Result<string, CeremonyRefusal>> {
  try {
    const credential = await ask();
    return ok(JSON.stringify((credential as PublicKeyCredential | null)?.toJSON() ?? null));
  } catch (error) {
    const refusal = error instanceof DOMException ? refusals[error.name] : undefined;
    if (refusal === undefined) throw error;
    return fail(refusal);
  }
}
