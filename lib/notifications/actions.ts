"use server";

import { refresh } from "next/cache";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { markAllRead, setDigest } from "./write/settings.ts";

export async function markAllReadAction(): Promise<void> {
  await markAllRead({ db: database(), viewer: await currentViewer(), now: new Date() });
  refresh();
}

export async function digestAction(form: FormData): Promise<void> {
  await setDigest({ db: database(), viewer: await currentViewer(), isWanted: form.get("digest") === "yes" });
  refresh();
}
