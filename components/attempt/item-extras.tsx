import type { ItemMarks } from "#lib/exam/entries";

/** A note to oneself and how sure one is; both optional, both without effect on the score. */
export function ItemExtras({ marks }: { marks: ItemMarks }) {
  return (
    <details className="mt-6 text-sm" open={marks.note !== "" || undefined}>
      <summary className="cursor-pointer py-2 text-muted">Note and confidence</summary>
      <div className="mt-2 grid max-w-xl gap-4">
        <label className="grid gap-1.5">
          Note to self
          <textarea
            name="note"
            rows={3}
            maxLength={4000}
            defaultValue={marks.note}
            className="rounded-lg border border-line bg-sheet px-3 py-2"
          />
        </label>
        <label className="flex flex-wrap items-center gap-3">
          How sure are you?
          <select
            name="confidence"
            defaultValue={marks.confidence ?? ""}
            className="min-h-11 rounded-lg border border-line bg-sheet px-2"
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
