import { recordEvent } from "#lib/events/record-event";
import type { Viewer } from "../viewer.ts";

/** Logs who requested a page that requires a role they do not have. */
export function noteRefusedAccess(viewer: Viewer, page: string): Promise<void> {
  return recordEvent("access-refused", { actor: viewer.member?.userId ?? null }, { to: page });
}
