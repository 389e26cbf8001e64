const plain = "mockdown-waiting";
const secure = `__Secure-${plain}`;

/**
 * With either of these, a browser says that it has changes to an attempt that the server has not confirmed. Only the browser
 * knows whether it uses HTTPS, where no insecure page can set a cookie with the second name.
 */
export const waitingCookies = [plain, secure] as const;
/** A little longer than late answers are accepted. */
const maxAgeSeconds = 2 * 24 * 60 * 60;

/** Sent only with requests for the attempt's pages, so that none of them shows a key before the changes have arrived. */
export function markWaiting(attemptId: string, isWaiting: boolean): void {
  const age = isWaiting ? maxAgeSeconds : 0;
  const cookie = location.protocol === "https:" ? `${secure}=1; Secure` : `${plain}=1`;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store works asynchronously, and over HTTPS only
  document.cookie = `${cookie}; Path=/attempts/${attemptId}; Max-Age=${age}; SameSite=Lax`;
}
