import { undoDeleteAction } from "#lib/discussion/actions";

/** What was deleted a moment ago can be taken back. */
export function UndoNotice({ ids }: { ids: readonly string[] }) {
  return (
    <div role="status">
      {ids.map((id) => (
        <form key={id} action={undoDeleteAction} className="mt-2 flex items-center gap-3 text-sm">
          <input type="hidden" name="comment" value={id} />
          <span>Comment deleted.</span>
          <button type="submit" className="min-h-11 font-medium text-accent underline underline-offset-4">
            Undo
          </button>
        </form>
      ))}
    </div>
  );
}
