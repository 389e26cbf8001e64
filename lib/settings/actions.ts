"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cookieAttributes } from "#lib/auth/are-cookies-secure";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { settingsCookie } from "./cookie.ts";
import { currentReading } from "./read/current-reading.ts";
import { readSettings, writeSettings } from "./settings.ts";
import { keepReader } from "./write/keep-reader.ts";

const maxAge = 400 * 24 * 60 * 60;

/** Saves the settings of this device and, for a learner, the language of mails and the time zone of their days. */
export async function saveSettingsAction(form: FormData): Promise<void> {
  const fields = ["theme", "text", "zone", "language", "exams"].map((name) => [name, String(form.get(name) ?? "")]);
  const settings = readSettings(new URLSearchParams(fields).toString());
  (await cookies()).set(settingsCookie(), writeSettings(settings), { ...cookieAttributes(), maxAge });
  const { learnerId } = await currentViewer();
  if (learnerId !== null) await keepReader(database(), learnerId, await currentReading());
  redirect("/settings?saved=1#saved");
}
