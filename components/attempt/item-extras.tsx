import { useState } from "react";
import { ChangedElsewhere } from "#components/attempt/changed-elsewhere";
import type { ItemMarks } from "#lib/exam/entries";
import { useShared } from "./use-shared.ts";

type Extra = "note" | "confidence";
type ItemExtrasProps = { marks: ItemMarks; keep: (field: Extra, value: string) => Promise<void> };

/** A note to oneself and how sure one is; both optional, both without effect on the score. */
export function ItemExtras({ marks, keep }: ItemExtrasProps) {
  const note = useShared<HTMLTextAreaElement>(marks.note, (text) => keep("note", text));
  const confidence = useShared<HTMLSelectElement>(marks.confidence ?? "", (value) => keep("confidence", value));
  // Decided once: a note that is emptied must not close the fold over its field.
  const [isOpen] = useState(marks.note !== "" || undefined);
  return (
    <details className="mt-6 text-sm" open={isOpen}>
      <summary className="cursor-pointer py-2 text-muted">Note and confidence</summary>
      <div className="mt-2 grid max-w-xl gap-4">
        <div>
          <label className="grid gap-1.5">
            Note to self
            <textarea
              name="note"
              rows={3}
              maxLength={4000}
              {...note.props}
              className="rounded-lg border border-edge bg-sheet px-3 py-2"
            />
          </label>
          <ChangedElsewhere text={note.elsewhere} />
        </div>
        <label className="flex flex-wrap items-center gap-3">
          How sure are you?
          <select
            name="confidence"
            {...confidence.props}
            className="min-h-11 rounded-lg border border-edge bg-sheet px-2"
          >
            <option value="">–</option>
            <option value="guess">Guessing</option>
            <option value="unsure">Not sure</option>
            <option value="sure">Sure</option>
          </select>
        </label>
      </div>
    </details>
  );
}
