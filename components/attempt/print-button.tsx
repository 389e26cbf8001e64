"use client";

import { useEffect } from "react";
import { Button } from "#components/ui/button";

/** Prints the page, with every folded question open on paper. */
export function PrintButton() {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>("details.print-open:not([open])")];
      for (const each of opened) each.open = true;
    };
    const close = () => {
      for (const each of opened) each.open = false;
    };
    addEventListener("beforeprint", open);
    addEventListener("afterprint", close);
    return () => {
      removeEventListener("beforeprint", open);
      removeEventListener("afterprint", close);
    };
  }, []);
  return (
    <Button type="button" look="quiet" className="noscript:hidden" onClick={() => window.print()}>
      Print
    </Button>
  );
}
