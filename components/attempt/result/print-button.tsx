"use client";

import { Button } from "#components/ui/button";

/** Prints the page as it is shown. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button type="button" look="quiet" className="noscript:hidden" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
