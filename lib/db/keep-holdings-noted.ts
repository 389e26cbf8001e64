import { environment } from "#lib/env/current";
import { identityOf } from "./file-identity.ts";
import { noteHoldings } from "./holdings-note.ts";
import { providerOf } from "./provider.ts";

const everyMs = 60_000;

/**
 * Records what the SQLite database holds: now, every minute, and when this process ends. `tell` is called with the
 * reason if a record could not be written: the next start then compares with the earlier record; nothing else depends
 * on it. PostgreSQL has its own tools.
 */
export function keepHoldingsNoted(tell: (error: unknown) => void): void {
  const { DATABASE_URL } = environment();
  if (providerOf(DATABASE_URL) !== "sqlite") return;
  const file = DATABASE_URL.slice("file:".length);
  const opened = identityOf(file);
  const note = () => {
    try {
      // If another file is in its place, it must not be opened: the log beside it belongs to this server.
      if (identityOf(file) === opened) noteHoldings(file);
    } catch (error) {
      tell(error);
    }
  };
  note();
  setInterval(note, everyMs).unref();
  process.on("exit", note);
}
