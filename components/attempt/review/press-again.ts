/** A reload takes less; someone who comes back later may have changed their mind. */
const validMs = 15_000;

/**
 * A page of an earlier release has a button that the server no longer knows. The new page presses it again for the
 * learner, who must not believe that they have submitted when they have not.
 */
export function pressAgain(attemptId: string, section: number | undefined): void {
  try {
    sessionStorage.setItem(keyOf(attemptId, section), String(Date.now()));
  } catch {
    // The browser stores nothing: the button can still be pressed again by hand.
  }
  location.reload();
}

/** Whether this form was pressed on the page just before. Only once: a page that is reloaded by hand submits nothing. */
export function wasPressed(attemptId: string, section: number | undefined): boolean {
  try {
    const pressedAt = sessionStorage.getItem(keyOf(attemptId, section));
    sessionStorage.removeItem(keyOf(attemptId, section));
    return pressedAt !== null && Math.abs(Date.now() - Number(pressedAt)) < validMs;
  } catch {
    return false;
  }
}

function keyOf(attemptId: string, section: number | undefined): string {
  return `mockdown-pressed-${attemptId}-${section ?? ""}`;
}
