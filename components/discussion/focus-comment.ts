const longestWaitMs = 10_000;

/** Moves the focus to a comment as soon as it is on the page. */
export function focusComment(id: string): void {
  const focus = () => {
    const comment = document.getElementById(`comment-${id}`);
    comment?.focus();
    return comment !== null;
  };
  if (focus()) return;
  const observer = new MutationObserver(() => {
    if (focus()) observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), longestWaitMs);
}
