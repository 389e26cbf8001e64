const levels = ["debug", "info", "warn", "error"] as const;
type LogLevel = (typeof levels)[number];

/** What an event is about. Ids and counts, never a name, an address or a text that somebody wrote. */
type LogFields = Readonly<Record<string, string | number | boolean | null>>;

// The bundler gives routes and instrumentation modules of their own; the level is of the process.
const shared = globalThis as typeof globalThis & { mockdownLogLevel?: LogLevel };

/** From which gravity on this process writes; `info` until it is set. */
export function setLogLevel(level: LogLevel): void {
  shared.mockdownLogLevel = level;
}

/** One event as one line of JSON, if it is grave enough for `LOG_LEVEL`. An error brings its own words. */
export function log(level: LogLevel, event: string, fields: LogFields = {}, error?: unknown): void {
  if (levels.indexOf(level) < levels.indexOf(shared.mockdownLogLevel ?? "info")) return;
  console[level](toLogLine(level, event, fields, error, new Date()));
}

/** The line itself. A line end within is escaped, so that one event stays one line. */
export function toLogLine(level: LogLevel, event: string, fields: LogFields, error: unknown, now: Date): string {
  return JSON.stringify({ time: now.toISOString(), level, event, ...fields, ...partsOf(error) });
}

function partsOf(error: unknown): object {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message, stack, cause } = error;
  return { error: message, errorName: name, stack: stack ?? null, ...(cause ? { cause: partsOf(cause) } : {}) };
}
