import { database } from "#lib/db/current";
import { recordEvent } from "#lib/events/record-event";
import { currentReading } from "#lib/settings/read/current-reading";
import { keepReader } from "#lib/settings/write/keep-reader";
import { rememberDevice } from "../device-cookie.ts";
import { adoptGuest } from "../read/current-viewer.ts";
import { endSessionsOf } from "./session-cookies.ts";

/** Whose session has begun. */
export interface Begun {
  readonly userId: string;
  readonly learnerId: string;
  readonly email: string;
}

/**
 * What every way to sign in ends with: the event, the end of the sessions that this browser had, a device that is known from
 * now on, the account takes over what this device's guest did, and mails to it are in the language
 * that is read here. `fields` are details of the event.
 */
export async function welcome(
  { userId, learnerId, email }: Begun,
  earlier: readonly string[],
  fields: Readonly<Record<string, string>> = {},
): Promise<void> {
  await recordEvent("signed-in", { actor: userId, address: email }, fields);
  await endSessionsOf(database(), earlier);
  await rememberDevice(email);
  await adoptGuest(learnerId);
  await keepReader(database(), learnerId, await currentReading());
}
