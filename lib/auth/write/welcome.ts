import { database } from "#lib/db/current";
import { recordEvent } from "#lib/events/record-event";
import { currentReading } from "#lib/settings/read/current-reading";
import { keepReader } from "#lib/settings/write/keep-reader";
import { rememberDevice } from "../device-cookie.ts";
import { adoptGuest } from "../read/current-viewer.ts";
import { endSessionsOf } from "./session-cookies.ts";

/** The owner of the new session. */
export interface Begun {
  readonly userId: string;
  readonly learnerId: string;
  readonly email: string;
}

/**
 * The end of every way to sign in: the event is logged, earlier sessions of this browser end, the device is remembered,
 * the account takes over what this device's guest did, and mails to it will be in the language that is read here.
 * `fields` are details of the event.
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
