/** A question to the server: its turn, the state after which it asks, and the newest state that was known then. */
interface Question {
  readonly turn: number;
  readonly after: number;
  readonly newest: number;
}

/**
 * Up to where this device has heard of an attempt's changes. The server numbers each state higher than the one before,
 * except after a restore.
 */
export function createHorizon() {
  /** Everything up to this state has arrived here. */
  let sequence = 0;
  /** The newest state that a reply has named. */
  let newest = 0;
  let asked = 0;
  let heard = 0;
  /** The last question that was asked before a reset: its reply is older than what is to be asked for. */
  let stale = 0;

  function reset() {
    sequence = 0;
    stale = asked;
  }

  return {
    /** Everything is asked for the next time. */
    reset,
    /** A batch was saved and made this state. A number that was there before shows a restore. */
    saved(number: number) {
      if (number <= newest) reset();
      newest = number;
    },
    ask: (): Question => ({ turn: ++asked, after: sequence, newest }),
    /**
     * What a reply is worth. A slow one says how it was before a quicker one: an attempt that has ended would run again.
     * After a restore the question has to be asked again, for everything.
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
