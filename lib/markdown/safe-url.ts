const schemes = new Set(["http:", "https:", "mailto:"]);

/** `url` in its normal form if a link may lead there (http, https, mailto), otherwise null. */
export function safeUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return schemes.has(parsed.protocol) ? parsed.href : null;
}
