/**
 * Up to where this device has heard of an attempt's changes. The server numbers each state higher than the one before,
 * except after a restore.
 */
export function createHorizon() {
  let sequence = 0;
  let asked = 0;
  let heard = 0;
  return {
    /** Everything is asked for the next time. */
    reset() {
      sequence = 0;
    },
    /** A batch was saved and made this state. */
    saved(number: number) {
      if (number <= sequence) sequence = 0;
    },
    /** A question to the server: its turn, and after which state it asks. */
    ask: () => ({ turn: ++asked, after: sequence }),
    /**
     * What a reply is worth. A slow one says how it was before a quicker one: an attempt that has ended would run again.
     * After a restore the question has to be asked again, for everything.
     */
    hear(
      { turn, after }: { readonly turn: number; readonly after: number },
      number: number,
    ): "late" | "restored" | "new" {
      if (turn < heard) return "late";
      heard = turn;
      if (number < after) {
        sequence = 0;
        return "restored";
      }
      // Reset in the meantime, it stays so.
      if (sequence >= after) sequence = number;
      return "new";
    },
  };
}
