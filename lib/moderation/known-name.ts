import { deletedName } from "#lib/auth/reserved-names";

/** A name to show; null for an account that was deleted. */
export function knownName(name: string | null | undefined): string | null {
  return name === deletedName ? null : (name ?? null);
}
