/**
 * Follows the pointer from a press until it is released. Listens on the window, because the page under the pointer
 * changes. `onEnd` gets false if the browser took over the pointer for something else.
 */
export function followPointer(
  pointerId: number,
  onMove: (event: PointerEvent) => void,
  onEnd: (isDropped: boolean) => void,
): void {
  const listening = new AbortController();
  const { signal } = listening;
  const own = (listener: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === pointerId) listener(event);
  };
  const end = (isDropped: boolean) => () => {
    listening.abort();
    onEnd(isDropped);
  };
  addEventListener("pointermove", own(onMove), { signal });
  addEventListener("pointerup", own(end(true)), { signal });
  addEventListener("pointercancel", own(end(false)), { signal });
}
