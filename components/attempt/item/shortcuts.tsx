"use client";

import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";
import { useWords } from "#words";
import type { KeyboardHelpProps } from "./keyboard-help.tsx";
import { useKept } from "./use-kept.ts";

/** Loaded when it is opened. Without a network there is no help, but the keys work. */
const KeyboardHelp = lazy<ComponentType<KeyboardHelpProps>>(() =>
  import("./keyboard-help.tsx").catch(() => ({ default: NoHelp })),
);

function NoHelp({ onClose }: KeyboardHelpProps) {
  useEffect(onClose, [onClose]);
  return null;
}

/** Keys for the buttons, and the help that lists them with the switch that turns them off. */
export function Shortcuts() {
  const t = useWords();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [keys, keepKeys] = useKept("keys");
  const isOn = keys !== "off";
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isOn || isHelpOpen || isTaken(event)) return;
      if (event.key === "?") setHelpOpen(true);
      else if (!press(event)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isOn, isHelpOpen]);

  return (
    <>
      <button type="button" onClick={() => setHelpOpen(true)} className="no-print item-keys">
        {t("item.keyboard")}
      </button>
      {isHelpOpen ? (
        <Suspense>
          <KeyboardHelp isOn={isOn} turn={(on) => keepKeys(on ? "on" : "off")} onClose={() => setHelpOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** The key is being typed into a field or held down, or is meant for the browser. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target as HTMLElement;
  if (target.isContentEditable || target.closest("textarea, select, dialog") !== null) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type);
}

/** Presses the button for a key; false if there is none. */
function press(event: KeyboardEvent): boolean {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (digit !== undefined) return pressOption(Number(digit), event.shiftKey);
  const target = event.target as HTMLElement;
  if (event.key === "Enter") return target.closest("button, a, summary") === null && click(enter);
  const selector = keys[event.key.toLowerCase()];
  if (selector === undefined) return false;
  if (event.key.toLowerCase() === "g") return openMap();
  return click(selector);
}

const enter = 'button[value="check"]:not([hidden]), button[value="next"]:not([hidden])';
const keys: Readonly<Record<string, string>> = {
  n: 'button[value="next"]:not([hidden])',
  p: 'button[value="previous"]',
  f: 'button[value="flag"]',
  t: 'button[data-key="time"]',
  g: 'details[data-key="map"]',
};

function click(selector: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(selector);
  if (button === null || button.disabled) return false;
  button.click();
  return true;
}

function pressOption(number: number, isRuleOut: boolean): boolean {
  const row = document.querySelectorAll<HTMLElement>("#item [data-option]")[number - 1];
  const control = row?.querySelector<HTMLElement>(isRuleOut ? 'button[value^="rule-out:"]' : 'input[name="option"]');
  if (control === null || control === undefined) return false;
  control.click();
  if (!isRuleOut) control.focus();
  return true;
}

function openMap(): boolean {
  const map = document.querySelector<HTMLDetailsElement>('details[data-key="map"]');
  if (map === null) return false;
  // The content of the map is rendered, and at first loaded, once it has opened.
  const focusHere = (framesLeft: number) => {
    const here = map.querySelector<HTMLElement>("[aria-current]");
    if (here !== null) here.focus();
    else if (map.open && framesLeft > 0) requestAnimationFrame(() => focusHere(framesLeft - 1));
  };
  map.addEventListener("toggle", () => focusHere(300), { once: true });
  map.open = !map.open;
  return true;
}
