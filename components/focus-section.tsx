"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * A part of a page that keeps the focus: when the focused element disappears, as a form does after its work, the focus
 * moves to the nearest remaining focusable ancestor, or to the part itself.
 */
export function FocusSection(props: {
  readonly label?: string;
  readonly labelledBy?: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const section = useRef<HTMLElement>(null);
  /** The last focused element and its ancestors. */
  const trail = useRef<readonly Element[]>([]);
  useEffect(() => {
    const observer = new MutationObserver(() => {
      const [last, ...around] = trail.current;
      if (last === undefined || last.isConnected || document.activeElement !== document.body) return;
      const next = around.find((each) => each.isConnected && each.hasAttribute("tabindex")) ?? section.current;
      (next as HTMLElement | null)?.focus({ preventScroll: true });
    });
    if (section.current !== null) observer.observe(section.current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      onFocus={(event) => {
        trail.current = withAncestors(event.target);
      }}
      className={props.className}
    >
      {props.children}
    </section>
  );
}

function withAncestors(element: Element): readonly Element[] {
  const parent = element.parentElement;
  return parent === null ? [element] : [element, ...withAncestors(parent)];
}
