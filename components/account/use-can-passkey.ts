import { useSyncExternalStore } from "react";
import { canUsePasskeys } from "./passkey-ceremony.ts";

const never = () => () => {};

/** Whether to offer passkeys of `host`: never without script. */
export function useCanPasskey(host: string): boolean {
  return useSyncExternalStore(
    never,
    () => canUsePasskeys(host),
    () => false,
  );
}
