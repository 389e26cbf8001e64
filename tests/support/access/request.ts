import { vi } from "vitest";

/** The current request, as `next/headers` shows it. */
const request = { cookies: new Map<string, string>(), headers: new Headers() };

/** Replaces the parts of Next that know a request; everything behind them is the real code. Undone by `endRequests`. */
export function beginRequests(): void {
  const jar = {
    get: (name: string) => (request.cookies.has(name) ? { name, value: request.cookies.get(name) } : undefined),
    has: (name: string) => request.cookies.has(name),
    getAll: () => [...request.cookies].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string, { maxAge }: { readonly maxAge?: number } = {}) =>
      void (maxAge === 0 ? request.cookies.delete(name) : request.cookies.set(name, value)),
    delete: (name: string) => void request.cookies.delete(name),
  };
  vi.doMock("next/headers", () => ({ cookies: async () => jar, headers: async () => request.headers }));
  vi.doMock("next/cache", () => ({ refresh: () => {}, revalidatePath: () => {} }));
}

export function endRequests(): void {
  vi.doUnmock("next/headers");
  vi.doUnmock("next/cache");
}

/** The next calls are those of a browser that sends these cookies. */
export function sendAs(cookies: Readonly<Record<string, string>>): void {
  request.cookies = new Map(Object.entries(cookies).map(([name, value]) => [name, decodeURIComponent(value)]));
  sendAgain();
}

/** The next calls are those of the same browser, with its current cookies. */
export function sendAgain(): void {
  const cookie = [...request.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  request.headers = new Headers({ host: "localhost", cookie: cookie.join("; "), "x-request-id": "a-request" });
}

/** Where a call of Next led: null if it returned. Throws anything that is neither a redirect nor a "not found". */
export async function endOf(call: () => unknown): Promise<{ readonly value: unknown } | "not-found" | { to: string }> {
  try {
    return { value: await call() };
  } catch (error) {
    const digest = String((error as { digest?: unknown }).digest ?? "");
    if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK")) return "not-found";
    if (digest.startsWith("NEXT_REDIRECT")) return { to: digest.split(";")[2] ?? "" };
    throw error;
  }
}

/** The cookies that the browser has after the last call. */
export function sentCookies(): readonly (readonly [string, string])[] {
  return [...request.cookies];
}
