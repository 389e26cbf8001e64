import { notFound } from "next/navigation";
import { recordEvent } from "#lib/events/record-event";
import type { Viewer } from "../viewer.ts";

/** Shows a page that takes a role as if there were none, and notes who asked for it. */
export async function refuseAccess(viewer: Viewer, page: string): Promise<never> {
  await recordEvent("access-refused", { actor: viewer.member?.userId ?? null }, { to: page });
  notFound();
}
