"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Says what was done on a page that was made anew for it, and takes the focus, which that page would have lost. */
export function FocusedNotice({
  id,
  className = "",
  children,
}: {
  id: string;
  className?: string;
  children: ReactNode;
}) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    // It cannot be operated, so it needs no ring.
    <p ref={notice} id={id} role="status" tabIndex={-1} className={`outline-none ${className}`}>
      {children}
    </p>
  );
}
