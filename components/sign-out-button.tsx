"use client";

import { forgetDrafts } from "./discussion/drafts.ts";

/**
 * Ends the session with the form around it. Drafts of comments are removed, so the next user of the device doesn't see
 * them.
 */
export function SignOutButton({ label }: { label: string }) {
  return (
    <button type="submit" onClick={forgetDrafts} className="min-h-11">
      {label}
    </button>
  );
}
