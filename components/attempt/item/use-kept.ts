import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
/** For a browser that stores nothing; lost with the page. */
const here = new Map<string, string>();

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return here.get(name) ?? null;
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A choice about how pages look and work, stored on this device for all of them. Null until it is first made. */
export function useKept(choice: string): [value: string | null, keep: (value: string) => void] {
  const name = `mockdown.${choice}`;
  const value = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => null,
  );
  return [
    value,
    (value) => {
      here.set(name, value);
      try {
        localStorage.setItem(name, value);
      } catch {
        // Stored in memory only.
      }
      for (const listener of listeners) listener();
    },
  ];
}
