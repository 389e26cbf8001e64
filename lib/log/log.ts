const levels = ["debug", "info", "warn", "error"] as const;
type LogLevel = (typeof levels)[number];

/** What an event is about. Ids and counts, never a name, an address or a text that someone wrote. */
type LogFields = Readonly<Record<string, string | number | boolean | null>>;

// The bundler gives routes and instrumentation separate copies of a module, but the level belongs to the process.
const shared = globalThis as typeof globalThis & { mockdownLogLevel?: LogLevel };

/** The lowest level that this process logs; `info` until it is set. */
export function setLogLevel(level: LogLevel): void {
  shared.mockdownLogLevel = level;
}

/** One event as one line of JSON, if its level is at least `LOG_LEVEL`. An error adds its message. */
export function log(level: LogLevel, event: string, fields: LogFields = {}, error?: unknown): void {
  if (levels.indexOf(level) < levels.indexOf(shared.mockdownLogLevel ?? "info")) return;
  console[level](toLogLine(level, event, fields, error, new Date()));
}

/** The line itself. Line breaks are escaped, so that one event stays one line. */
export function toLogLine(level: LogLevel, event: string, fields: LogFields, error: unknown, now: Date): string {
  return JSON.stringify({ time: now.toISOString(), level, event, ...fields, ...partsOf(error) });
}

function partsOf(error: unknown): object {
  if (error === undefined) return {};
  if (!(error instanceof Error)) return { error: String(error) };
  const { name, message, stack, cause } = error;
  return { error: message, errorName: name, stack: stack ?? null, ...(cause ? { cause: partsOf(cause) } : {}) };
}
