/**
 * The button that checked an answer disappears together with the focus, so the verdict takes the focus: it is read out
 * and scrolled into view. The focus must not go to a neighbouring button, because an Enter held a little longer would
 * press it.
 */
export function showVerdict(): void {
  const verdict = document.querySelector<HTMLElement>("[data-verdict]");
  verdict?.focus({ preventScroll: true });
  verdict?.scrollIntoView({ block: "nearest" });
}
