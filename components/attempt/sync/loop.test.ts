import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, atRest, type Command, type Loop, type LoopEvent } from "./loop.ts";

function happened(...events: readonly LoopEvent[]): { loop: Loop; command: Command } {
  return events.reduce<{ loop: Loop; command: Command }>(
    ({ loop }, event) => {
      const [next, command] = advance(loop, event);
      return { loop: next, command };
    },
    { loop: atRest, command: { do: "nothing" } },
  );
}

const begun = { type: "change-begun" } as const;
const clicked = { type: "change-kept", isTyped: false } as const;
const typed = { type: "change-kept", isTyped: true } as const;
const asked = { type: "flush-asked" } as const;
const found = (pending: number) => ({ type: "outbox-read", pending }) as const;
const answered = { type: "batch-answered" } as const;
const failed = { type: "batch-failed", chance: 0.5 } as const;

describe("the loop that sends an attempt's changes", () => {
  it("sends a click at once and a text when the typing pauses", () => {
    expect(happened(begun, clicked).command).toEqual({ do: "flush", afterMs: 0 });
    expect(happened(begun, typed)).toMatchObject({ loop: { phase: "typing" }, command: { do: "flush", afterMs: 400 } });
    expect(happened(begun, typed, begun, clicked).command).toEqual({ do: "flush", afterMs: 0 });
  });

  it("shows Saved only when the outbox is empty", () => {
    expect(happened(asked, found(2)).loop).toMatchObject({ saveState: "saving", pending: 2 });
    expect(happened(asked, found(2), answered).command).toEqual({ do: "read-outbox", afterMs: 0 });
    expect(happened(asked, found(2), answered, found(0)).loop).toMatchObject({ saveState: "saved", phase: "resting" });
  });

  it("looks again when something was changed while it looked", () => {
    for (const events of [[begun], [begun, clicked], [begun, typed]])
      expect(happened(asked, ...events, found(0)).command).toEqual({ do: "read-outbox", afterMs: 5 });
  });

  it("waits longer after each failure, up to eight seconds, and not less than a second when the network is back", () => {
    const pauses = [1, 2, 3, 4, 5, 6].map((times) => {
      const { command } = happened(...Array.from({ length: times }, () => [asked, found(1), failed]).flat());
      return command.do === "flush" ? command.afterMs : null;
    });
    expect(pauses).toEqual([1_000, 2_000, 3_000, 5_000, 8_000, 8_000]);
    const again = happened(asked, found(1), failed, asked, found(1), answered, asked, found(1), failed);
    expect(again.command).toEqual({ do: "flush", afterMs: 1_000 });
  });

  it("does not try once more for each click while the server cannot be reached", () => {
    const { loop, command } = happened(asked, found(1), failed, begun, clicked);
    expect(loop).toMatchObject({ phase: "waiting", saveState: "failed", pending: 2 });
    expect(command).toEqual({ do: "nothing" });
  });

  it("is never at rest with a change that it has not sent, in whatever order things happen", () => {
    const steps = fc.array(fc.constantFrom("click", "keep", "type", "flush", "read", "answer", "fail"), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, (names) => {
        let loop = atRest;
        let command = { do: "nothing" } as Command;
        let isFlushSet = false;
        /** Changes in the outbox, those that were read from it, and those on their way there. */
        let kept = 0;
        let read = 0;
        let writing = 0;
        const take = (event: LoopEvent) => {
          const [next, then] = advance(loop, event);
          loop = next;
          if (then.do === "flush") isFlushSet = true;
          else if (then.do !== "nothing") command = then;
        };
        for (const name of names) {
          const isSending = command.do !== "nothing";
          if (name === "click") {
            writing++;
            take(begun);
          } else if ((name === "keep" || name === "type") && writing > 0) {
            writing--;
            kept++;
            take(name === "keep" ? clicked : typed);
          } else if (name === "flush" && isFlushSet && !isSending) {
            isFlushSet = false;
            take(asked);
          } else if (name === "read" && command.do === "read-outbox") {
            command = { do: "nothing" };
            read = kept;
            take(found(read));
          } else if ((name === "answer" || name === "fail") && command.do === "send-batch") {
            command = { do: "nothing" };
            if (name === "answer") kept -= read;
            take(name === "answer" ? answered : failed);
          }
          if (loop.saveState === "saved") expect([kept, writing]).toEqual([0, 0]);
          if (kept > 0) expect(isFlushSet || command.do !== "nothing").toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
