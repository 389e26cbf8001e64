/** A request to the server: its number, the state after which it asks, and the newest state that was known then. */
interface Question {
  readonly turn: number;
  readonly after: number;
  readonly newest: number;
}

/**
 * Up to where this device has received an attempt's changes. The server numbers each state higher than the one before,
 * except after a restore.
 */
export function createHorizon() {
  /** Everything up to this state has arrived here. */
  let sequence = 0;
  /** The newest state in any reply. */
  let newest = 0;
  let asked = 0;
  let heard = 0;
  /** The last request before a reset: its reply is older than what must be requested. */
  let stale = 0;

  function reset() {
    sequence = 0;
    stale = asked;
  }

  return {
    /** The next request asks for everything. */
    reset,
    /** A batch was saved and created this state. A number that existed before shows a restore. */
    saved(number: number) {
      if (number <= newest) reset();
      newest = number;
    },
    ask: (): Question => ({ turn: ++asked, after: sequence, newest }),
    /**
     * What a reply is worth. A slow reply describes an older state than a faster one: an attempt that has ended would
     * seem to be in progress again. After a restore, everything must be requested again.
     */
    hear(question: Question, number: number): "late" | "restored" | "new" {
      if (question.turn < heard) return "late";
      heard = question.turn;
      if (number < question.newest) newest = number;
      if (number < question.newest && question.after > 0) {
        reset();
        return "restored";
      }
      newest = Math.max(newest, number);
      if (question.turn > stale) sequence = number;
      return "new";
    },
  };
}
