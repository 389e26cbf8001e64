/** What the headers of a request say about where it comes from and where it was sent. An absent header is undefined. */
export interface RequestSource {
  readonly method: string;
  /** The page that made the request. Browsers send it with every method that changes something. */
  readonly origin: string | undefined;
  readonly host: string | undefined;
  /** Both are set by a proxy. No page of another site can make a browser send them. */
  readonly forwardedHost: string | undefined;
  readonly forwardedProto: string | undefined;
}

const reading: readonly string[] = ["GET", "HEAD", "OPTIONS", "TRACE"];

/** True for a method that changes nothing. */
export function isReading(method: string): boolean {
  return reading.includes(method);
}

/**
 * Returns null if the request only reads, or if a page of this site made it. Otherwise returns the origins that would
 * have been accepted. A request that changes something must name its origin: the scheme, host and port to which it was
 * sent, or those of `baseUrl`. For the host of `baseUrl`, the scheme of `baseUrl` decides, whatever a proxy says.
 */
export function originProblem(source: RequestSource, baseUrl: string | undefined): { expected: string } | null {
  if (isReading(source.method)) return null;
  const base = baseUrl === undefined ? null : new URL(baseUrl);
  const sentTo = addressOf(source);
  const isUnderBase = base !== null && sentTo?.host === base.host;
  const accepted = [base, isUnderBase ? null : sentTo].flatMap((address) => (address ? [address.origin] : []));
  if (source.origin !== undefined && accepted.includes(source.origin)) return null;
  return { expected: accepted.join(" or ") };
}

/** The address to which the browser sent the request, as far as the headers say. */
function addressOf({ host, forwardedHost, forwardedProto }: RequestSource): URL | null {
  const scheme = first(forwardedProto)?.toLowerCase() === "https" ? "https" : "http";
  const name = first(forwardedHost) ?? host;
  const address = `${scheme}://${name}`;
  return name && URL.canParse(address) ? new URL(address) : null;
}

/** A chain of proxies lists its values with the browser's first. */
function first(header: string | undefined): string | undefined {
  return header?.split(",")[0]?.trim() || undefined;
}
