"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "#words";

type OpenedItemProps = { position: number; isOpened: boolean; children: ReactNode };

/**
 * The item of a result that is shown in full. If a link of the list opens it, it takes the focus, as it does without
 * script.
 */
export function OpenedItem({ position, isOpened, children }: OpenedItemProps) {
  const t = useWords();
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each item that is opened
  useEffect(() => {
    if (isOpened && location.hash === "#question") section.current?.focus({ preventScroll: true });
  }, [position, isOpened]);
  return (
    <section
      ref={section}
      id="question"
      tabIndex={-1}
      aria-label={t("resultItem.question", { position })}
      className={`no-print min-w-0 scroll-mt-4 rounded-xl border border-line bg-sheet p-5 sm:p-6 ${isOpened ? "" : "max-lg:hidden"}`}
    >
      {children}
    </section>
  );
}
