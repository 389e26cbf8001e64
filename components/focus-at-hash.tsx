"use client";

import { useEffect } from "react";

/**
 * Moves the focus to the element that the address names, if nothing has it. A form whose action leads back to its own
 * page is rendered again with that page, and the button that was pressed is gone. The named element must be focusable.
 */
export function FocusAtHash() {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    document.getElementById(location.hash.slice(1))?.focus({ preventScroll: true });
  }, []);
  return null;
}
