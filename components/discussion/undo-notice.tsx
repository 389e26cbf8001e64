import { useEffect, useRef } from "react";
import { useWords } from "#words";
import { actsForm } from "./thread-context.ts";

/** Offers to restore what was deleted a moment ago. */
export function UndoNotice({ ids }: { ids: readonly string[] }) {
  const t = useWords();
  const known = useRef(ids);
  const newest = useRef<HTMLButtonElement>(null);
  // The button that had the focus disappeared with the comment.
  useEffect(() => {
    if (ids.some((id) => !known.current.includes(id))) newest.current?.focus();
    known.current = ids;
  }, [ids]);
  return (
    <div role="status">
      {ids.map((id, i) => (
        <p key={id} className="mt-2 flex items-center gap-3 text-sm">
          {t("thread.deleted")}
          <button
            ref={i === 0 ? newest : null}
            type="submit"
            form={actsForm}
            name="act"
            value={`undelete ${id}`}
            className="min-h-11 font-medium text-accent underline underline-offset-4"
          >
            {t("thread.undo")}
          </button>
        </p>
      ))}
    </div>
  );
}
