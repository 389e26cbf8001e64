"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * After a navigation within the app, moves the focus to the heading of the new page if nothing has it. What was pressed
 * is gone with its page: a keyboard would go on from the top, and a screen reader would say nothing.
 */
export function FocusOnArrival() {
  const path = usePathname();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const heading = document.querySelector<HTMLElement>("main h1");
    if (document.activeElement !== document.body || heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [path]);
  return null;
}
