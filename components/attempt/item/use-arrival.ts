import { useEffect, useRef } from "react";

/**
 * Moving on within an attempt says where the learner is: the heading takes the focus, which would otherwise be lost with
 * the button that was pressed. Not on the first page, where a browser begins at the top by itself.
 */
export function useArrival(pathname: string): void {
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [pathname]);
}
