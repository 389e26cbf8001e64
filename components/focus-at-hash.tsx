"use client";

import { useEffect } from "react";

/**
 * Moves the focus to what the address names, where nothing has it: a form whose action leads back to its own page is made anew
 * with that page, and the button that was pressed is gone. What is named must be able to take the focus.
 */
export function FocusAtHash() {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    document.getElementById(location.hash.slice(1))?.focus({ preventScroll: true });
  }, []);
  return null;
}
