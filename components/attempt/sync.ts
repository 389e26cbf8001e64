import type { Outbox, Pending } from "./outbox.ts";

export type SaveState = "saved" | "saving" | "failed";

const retryMs = [1_000, 2_000, 5_000, 10_000] as const;

export interface Sync {
  /** Keeps a change on the device and begins to send it. Resolves when the device holds it. */
  readonly record: (entry: Pending) => Promise<void>;
  /** Resolves to true when the server holds everything, to false when it cannot be reached now. */
  readonly flush: () => Promise<boolean>;
  readonly stop: () => void;
}

/** Sends an attempt's outbox to the server, again and again until it is empty, and tells how it stands. */
export function startSync(attemptId: string, outbox: Outbox, tell: (state: SaveState) => void): Sync {
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isDirty = false;

  async function drain(): Promise<boolean> {
    for (;;) {
      isDirty = false;
      const entries = await outbox.list();
      if (entries.length === 0) {
        tell("saved");
        return true;
      }
      tell("saving");
      if (!(await send(attemptId, entries))) break;
      await outbox.remove(entries);
      failures = 0;
      if (!isDirty && (await outbox.list()).length === 0) {
        tell("saved");
        return true;
      }
    }
    tell("failed");
    clearTimeout(timer);
    timer = setTimeout(flush, retryMs[Math.min(failures++, retryMs.length - 1)]);
    return false;
  }

  function flush(): Promise<boolean> {
    running ??= drain().finally(() => {
      running = null;
      if (isDirty && failures === 0) void flush();
    });
    return running;
  }

  return {
    async record(entry) {
      await outbox.put(entry);
      isDirty = true;
      void flush();
    },
    flush,
    stop: () => clearTimeout(timer),
  };
}

/** True when the server has answered for good: it holds the entries, or has said that it never will. */
async function send(attemptId: string, entries: readonly Pending[]): Promise<boolean> {
  try {
    const response = await fetch(`/api/attempts/${attemptId}/answers`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ clientId: clientId(), entries }),
      keepalive: true,
      signal: AbortSignal.timeout(15_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}

let generatedId: string | undefined;

/** One id per browser profile, kept where a blocked storage may forget it. */
function clientId(): string {
  generatedId ??= crypto.randomUUID();
  try {
    const kept = localStorage.getItem("mockdown.client");
    if (kept === null) localStorage.setItem("mockdown.client", generatedId);
    return kept ?? generatedId;
  } catch {
    return generatedId;
  }
}
