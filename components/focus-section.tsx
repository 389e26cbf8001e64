"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A part of a page that takes the focus when the element that has it goes, as a form does that has done its work. */
export function FocusSection(props: {
  readonly label?: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const section = useRef<HTMLElement>(null);
  const last = useRef<Element>(null);
  useEffect(() => {
    const observer = new MutationObserver(() => {
      const isGone = last.current !== null && !last.current.isConnected;
      if (isGone && document.activeElement === document.body) section.current?.focus();
    });
    if (section.current !== null) observer.observe(section.current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={props.label}
      onFocus={(event) => {
        last.current = event.target;
      }}
      className={props.className}
    >
      {props.children}
    </section>
  );
}
