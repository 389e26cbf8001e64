import { channel } from "node:diagnostics_channel";
import type { SavingCause } from "#lib/db/saving-refused";

/**
 * What a process reports about its own work. Reporting costs next to nothing while nobody listens. Channels are known
 * by name, so that every bundle of the app uses the same ones. Must not contain anything personal.
 */
export interface Signals {
  readonly "answers-request": { readonly method: "PUT" | "GET"; readonly status: number; readonly seconds: number };
  readonly "answers-saved": { readonly saved: number; readonly refused: number };
  readonly "attempt-started": { readonly mode: string };
  readonly "attempt-finished": { readonly by: string };
  readonly "sweep-ended": { readonly outcome: "ok" | "failed" | "clock" };
  readonly "clock-judged": { readonly believed: boolean; readonly jumped: boolean };
  readonly "database-busy": { readonly outcome: "retried" | "given-up" };
  readonly "saving-refused": { readonly cause: SavingCause };
  readonly "request-answered": {
    readonly route: string;
    readonly method: string;
    readonly status: number;
    readonly seconds: number;
  };
  readonly "request-failed": { readonly kind: string };
}

type Name = keyof Signals;

export function signal<N extends Name>(name: N, message: Signals[N]): void {
  channel(`mockdown:${name}`).publish(message);
}

export function onSignal<N extends Name>(name: N, listener: (message: Signals[N]) => void): void {
  channel(`mockdown:${name}`).subscribe((message) => listener(message as Signals[N]));
}
