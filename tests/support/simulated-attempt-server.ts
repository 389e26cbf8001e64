import type { SaveBody, SyncState } from "#lib/attempts/wire";

/** What happens to a request on its way. */
export type Passage = "arrives" | "slow" | "lost" | "reply-lost" | "gateway" | "cut-short";

type Held = SaveBody["entries"][number] & { readonly clientId: string; readonly at: number };

const slowMs = 2_500;
const timeoutMs = 15_000;

function waitFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * A server of one attempt and the network before it, written from docs/api.md without the code of either side: it
 * stores each entry once, numbers its states and can be restored to an earlier one. `passages` says what happens to
 * each request in turn.
 */
export class SimulatedAttemptServer {
  private held = new Map<string, Held>();
  private state = 1;
  private backup = { held: new Map<string, Held>(), state: 1 };
  private requests = 0;

  private passages: readonly Passage[];

  constructor(passages: readonly Passage[]) {
    this.passages = passages;
  }

  /** From now on every request arrives. */
  mendNetwork(): void {
    this.passages = ["arrives"];
  }

  backUp(): void {
    this.backup = { held: new Map(this.held), state: this.state };
  }

  restore(): void {
    this.held = new Map(this.backup.held);
    this.state = this.backup.state;
  }

  values(): ReadonlySet<unknown> {
    return new Set([...this.held.values()].map(({ value }) => value));
  }

  /** The newest value of each field of each item, as `position/field`. */
  newest(): ReadonlyMap<string, Held> {
    const newest = new Map<string, Held>();
    for (const entry of this.held.values()) {
      const place = `${entry.position}/${entry.field}`;
      const other = newest.get(place);
      const isNewer =
        other === undefined ||
        entry.version > other.version ||
        (entry.version === other.version && entry.clientId > other.clientId);
      if (isNewer) newest.set(place, entry);
    }
    return newest;
  }

  readonly fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const passage = this.passages[this.requests++ % this.passages.length] as Passage;
    if (passage === "lost") {
      await waitFor(timeoutMs);
      throw new TypeError("Failed to fetch");
    }
    await waitFor(passage === "slow" ? slowMs : 20);
    if (passage === "gateway") return new Response("<h1>502</h1>", { status: 502 });
    const body = JSON.stringify(init.method === "PUT" ? this.save(String(init.body)) : this.read(path));
    await waitFor(passage === "slow" ? slowMs : 20);
    if (passage === "reply-lost") throw new TypeError("Failed to fetch");
    return new Response(passage === "cut-short" ? body.slice(0, -9) : body);
  };

  private save(text: string) {
    const { clientId, entries } = JSON.parse(text) as SaveBody;
    const isNew = entries.filter(({ position, field, version }) => {
      const name = `${clientId}/${position}/${field}/${version}`;
      return !this.held.has(name);
    });
    if (isNew.length > 0) this.state++;
    for (const entry of isNew)
      this.held.set(`${clientId}/${entry.position}/${entry.field}/${entry.version}`, {
        ...entry,
        clientId,
        at: this.state,
      });
    const serverTime = new Date().toISOString();
    return { saved: entries.length, refused: [], finished: false, sequence: this.state, serverTime };
  }

  private read(path: string): SyncState & { serverTime: string } {
    const after = Number(new URL(path, "http://attempt").searchParams.get("after"));
    const asked = new URL(path, "http://attempt").searchParams.get("holds");
    const registers = [...this.newest().values()].filter(({ at }) => at > after);
    return {
      sequence: this.state,
      clockEndsAt: null,
      finished: false,
      over: false,
      committed: 0,
      holds: asked === null || this.held.has(asked),
      registers,
      serverTime: new Date().toISOString(),
    };
  }
}
