"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * Says what was done, on a page that was rendered again because of it, and takes the focus, which would otherwise be
 * lost.
 */
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
    // It is not interactive, so it needs no focus ring.
    <p ref={notice} id={id} role="status" tabIndex={-1} className={`outline-none ${className}`}>
      {children}
    </p>
  );
}
