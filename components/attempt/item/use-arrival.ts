import { useEffect, useRef } from "react";

/**
 * Tells learners where they are when they move within an attempt: the heading takes the focus, which would otherwise be
 * lost with the button that was pressed. Not on the first page, where a browser starts at the top anyway.
 */
export function useArrival(pathname: string): void {
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [pathname]);
}
