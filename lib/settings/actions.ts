"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cookieAttributes } from "#lib/auth/are-cookies-secure";
import { settingsCookie } from "./cookie.ts";
import { readSettings, writeSettings } from "./settings.ts";

const maxAge = 400 * 24 * 60 * 60;

/** Keeps the settings of this device. */
export async function saveSettingsAction(form: FormData): Promise<void> {
  const fields = ["theme", "text", "zone", "language", "exams"].map((name) => [name, String(form.get(name) ?? "")]);
  const settings = readSettings(new URLSearchParams(fields).toString());
  (await cookies()).set(settingsCookie(), writeSettings(settings), { ...cookieAttributes(), maxAge });
  redirect("/settings?saved=1#saved");
}
