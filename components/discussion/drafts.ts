/** Drafts stay on the device. A browser that refuses to keep anything loses drafts, and nothing else. */
export function keepDraft(key: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

export function readDraft(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
}

export function forgetDraft(key: string): void {
  keepDraft(key, "");
}
