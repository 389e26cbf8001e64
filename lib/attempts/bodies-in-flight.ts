/** Every body may have this many bytes: more than an answer needs. */
const alwaysBytes = 64 * 1024;
/** How many bytes all bodies together may have beyond that. */
const mostBytes = 32 * 1024 * 1024;

interface Body {
  bytes: number;
  readonly refuse: () => void;
}

/** The bodies that are being read, oldest first. */
export class BodiesInFlight {
  private readonly open = new Set<Body>();
  private held = 0;

  /** `refuse` is called when the body must make room; the large body that has been arriving for longest goes first. */
  begin(refuse: () => void) {
    const body: Body = { bytes: 0, refuse };
    this.open.add(body);
    const set = (size: number) => {
      const bytes = Math.max(0, size - alwaysBytes);
      this.held += bytes - body.bytes;
      body.bytes = bytes;
    };
    return {
      /** Reports how many of its bytes have arrived. */
      holds: (size: number) => {
        if (this.open.has(body)) set(size);
        this.makeRoom();
      },
      end: () => {
        set(0);
        this.open.delete(body);
      },
    };
  }

  private makeRoom(): void {
    for (const body of this.open) {
      if (this.held <= mostBytes) return;
      if (body.bytes === 0) continue;
      this.open.delete(body);
      this.held -= body.bytes;
      body.bytes = 0;
      body.refuse();
    }
  }
}
