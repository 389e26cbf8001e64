/**
 * The button that checked an answer goes away with the focus: the verdict takes it, so that it is read out, and comes
 * into view. Not a button next to it, which an Enter held a little longer would press.
 */
export function showVerdict(): void {
  const verdict = document.querySelector<HTMLElement>("[data-verdict]");
  verdict?.focus({ preventScroll: true });
  verdict?.scrollIntoView({ block: "nearest" });
}
