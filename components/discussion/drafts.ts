const beginning = "draft:";
/** Written and removed at once, which notifies the other tabs of the browser. */
const signOutMark = "drafts-forgotten";

/** The key for the draft of one writer at one place. The next person who signs in on the device has other keys. */
export function draftKeyOf(writerId: string, place: string): string {
  return `${beginning}${writerId}/${place}`;
}

/**
 * Drafts stay on the device until they are posted or their writer signs out. `order`: the option ids in the order of
 * the letters that the writer saw, separated by spaces.
 */
export function keepDraft(key: string, text: string, order = ""): void {
  for (const [each, value] of [
    [key, text],
    [orderKeyOf(key), text && order],
  ] as const)
    orNull(() => (value === "" ? localStorage.removeItem(each) : localStorage.setItem(each, value)));
}

export function readDraft(key: string): string | null {
  return orNull(() => localStorage.getItem(key));
}

/** Whether a draft that may name options by their letters was written where they had another order. */
export function hasOtherLetters(key: string, order: string): boolean {
  const known = readDraft(orderKeyOf(key));
  return known !== null && known !== order && /\b([A-H]|[b-h])\b/.test(readDraft(key) ?? "");
}

const orderKeyOf = (key: string) => `${key}#order`;

/** At sign-out: removes every draft on this device, and nothing else, and makes other tabs empty their fields. */
export function forgetDrafts(): void {
  orNull(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(beginning)) localStorage.removeItem(key);
    localStorage.setItem(signOutMark, "");
    localStorage.removeItem(signOutMark);
  });
}

/** Calls `forget` when another tab signs out. Returns a function that ends this. */
export function onForgotten(forget: () => void): () => void {
  const hear = ({ key }: StorageEvent) => {
    if (key === signOutMark) forget();
  };
  addEventListener("storage", hear);
  return () => removeEventListener("storage", hear);
}

/** A browser that refuses to store anything loses drafts, and nothing else. */
function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
}
