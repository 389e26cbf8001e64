/** Of each body so many bytes are always allowed: more than an answer needs. */
const alwaysBytes = 64 * 1024;
/** What all bodies together may hold beyond that. */
const mostBytes = 32 * 1024 * 1024;

interface Body {
  bytes: number;
  readonly refuse: () => void;
}

/** The bodies that are being read, oldest first. */
export class BodiesInFlight {
  private readonly open = new Set<Body>();
  private held = 0;

  /** `refuse` is called when the body must make room: of the large ones the one that has been on its way for longest. */
  begin(refuse: () => void) {
    const body: Body = { bytes: 0, refuse };
    this.open.add(body);
    const set = (size: number) => {
      const bytes = Math.max(0, size - alwaysBytes);
      this.held += bytes - body.bytes;
      body.bytes = bytes;
    };
    return {
      /** Says how many bytes of it have come. */
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
