"use client";

import { forgetDrafts } from "./discussion/drafts.ts";

/** Ends the session by the form around it. Drafts of comments do not stay for whoever uses the device next. */
export function SignOutButton({ label }: { label: string }) {
  return (
    <button type="submit" onClick={forgetDrafts} className="min-h-11">
      {label}
    </button>
  );
}
