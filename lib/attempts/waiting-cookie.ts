/** Says that this browser holds changes of an attempt which the server has not confirmed. */
export const waitingCookie = "mockdown-waiting";
/** A little longer than late answers are taken. */
const maxAgeSeconds = 2 * 24 * 60 * 60;

/** Sent with requests for the pages of the attempt only, so that none of them shows a key before the changes are there. */
export function markWaiting(attemptId: string, isWaiting: boolean): void {
  const age = isWaiting ? maxAgeSeconds : 0;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store works asynchronously, and over HTTPS only
  document.cookie = `${waitingCookie}=1; Path=/attempts/${attemptId}; Max-Age=${age}; SameSite=Lax`;
}
