"use client";

import { useEffect, useRef } from "react";
import { useWords } from "#words";
import { useKept } from "../attempt/item/use-kept.ts";

/** Whether keys press the buttons of a question. Kept in the browser with the other choices about it, when the form is sent. */
export function ShortcutsField() {
  const t = useWords();
  const [kept, keep] = useKept("keys");
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = box.current?.form;
    const keepChoice = () => keep(box.current?.checked ? "on" : "off");
    form?.addEventListener("submit", keepChoice);
    return () => form?.removeEventListener("submit", keepChoice);
  });
  return (
    // There are no shortcuts without script.
    <fieldset className="noscript:hidden">
      <legend className="font-semibold">{t("keys.whileAnswering")}</legend>
      <label className="mt-2 flex min-h-11 w-fit items-center gap-2.5 rounded-lg border border-edge bg-sheet px-4 has-checked:border-accent has-checked:bg-accent-soft">
        <input
          ref={box}
          key={kept}
          type="checkbox"
          defaultChecked={kept !== "off"}
          className="size-4.5 accent-accent"
        />
        <span>{t("keys.areOn")}</span>
      </label>
    </fieldset>
  );
}
