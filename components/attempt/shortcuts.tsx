"use client";

import { useEffect, useRef, useState } from "react";

const kept = "mockdown.keys";

const lines: readonly (readonly [string, string])[] = [
  ["1 to 9", "choose an option"],
  ["Shift and 1 to 9", "rule an option out"],
  ["Enter", "check the answer, or go on"],
  ["N, P", "next, previous"],
  ["F", "flag"],
  ["T", "hide or show the time"],
  ["G", "question map"],
  ["?", "this help"],
];

/** Keys for what the buttons do, and the help that lists them with the switch that turns them off. */
export function Shortcuts() {
  const help = useRef<HTMLDialogElement>(null);
  const [isOn, setOn] = useState(true);
  useEffect(() => setOn(readKept() !== "off"), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isOn || isTaken(event) || help.current?.open) return;
      if (event.key === "?") help.current?.showModal();
      else if (!press(event)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isOn]);

  function turn(on: boolean) {
    setOn(on);
    try {
      localStorage.setItem(kept, on ? "on" : "off");
    } catch {
      // A blocked storage forgets the switch with the page; it still works on it.
    }
  }

  return (
    <>
      <button
        type="button"
        onClick={() => help.current?.showModal()}
        className="no-print hidden min-h-11 justify-self-start text-sm text-muted underline underline-offset-4 sm:block"
      >
        Keyboard
      </button>
      <dialog
        ref={help}
        aria-label="Keyboard"
        className="m-auto w-full max-w-sm rounded-xl border border-line bg-sheet p-6 text-ink backdrop:bg-black/40"
      >
        <h2 className="text-lg font-semibold">Keyboard</h2>
        <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-sm">
          {lines.map(([keys, does]) => (
            <div key={keys} className="contents">
              <dt className="font-semibold">{keys}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-5 flex min-h-11 items-center gap-3 text-sm">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => turn(event.target.checked)}
            className="size-4.5 accent-accent"
          />
          Keys are on
        </label>
        <form method="dialog" className="mt-3">
          <button type="submit" className="min-h-11 rounded-lg border border-line px-4 text-sm font-medium">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}

/** Somebody types, holds a key down, or means the browser. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target as HTMLElement;
  if (target.isContentEditable || target.closest("textarea, select, dialog") !== null) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type);
}

/** Presses what the key stands for; false when there is nothing to press. */
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
  // What the map holds is made when it has opened.
  const focus = () => requestAnimationFrame(() => map.querySelector<HTMLElement>("[aria-current]")?.focus());
  map.addEventListener("toggle", () => map.open && focus(), { once: true });
  map.open = !map.open;
  return true;
}

function readKept(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}
