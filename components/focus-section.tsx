"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * A part of a page in which the focus stays: when the element that has it goes, as a form does that has done its work, the
 * nearest element around it that can take the focus and is still there takes it, or the part itself.
 */
export function FocusSection(props: {
  readonly label?: string;
  readonly labelledBy?: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const section = useRef<HTMLElement>(null);
  /** What had the focus last, and all around it. */
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
