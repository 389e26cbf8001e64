import { useState } from "react";
import { ChangedElsewhere } from "#components/attempt/item/changed-elsewhere";
import type { ItemMarks } from "#lib/exam/entries";
import { useWords } from "#words";
import { useShared } from "./use-shared.ts";

type Extra = "note" | "confidence";
type ItemExtrasProps = { marks: ItemMarks; isOpen: boolean; keep: (field: Extra, value: string) => Promise<void> };

const levels = ["guess", "unsure", "sure"] as const;

/** The learner's confidence, until the answer is checked, and a note. Both are optional, and neither changes the score. */
export function ItemExtras({ marks, isOpen, keep }: ItemExtrasProps) {
  const t = useWords();
  const note = useShared<HTMLTextAreaElement>(marks.note, (text) => keep("note", text));
  const confidence = useShared<HTMLFieldSetElement>(marks.confidence ?? "", (value) => keep("confidence", value));
  // Decided once: emptying a note must not close the fold over its field.
  const [hasNote] = useState(marks.note !== "" || undefined);
  return (
    <>
      {isOpen ? (
        <fieldset className="chips" {...confidence.props}>
          <legend>{t("item.confidence")}</legend>
          {levels.map((value) => (
            <label key={value}>
              <input type="radio" name="confidence" value={value} defaultChecked={marks.confidence === value} />
              {t(`item.confidence-${value}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      <details className="text-sm" open={hasNote}>
        <summary className="cursor-pointer py-2 text-muted">{t("item.note")}</summary>
        <label className="mt-1 grid gap-1.5">
          {t("item.noteToSelf")}
          <textarea
            id="note"
            name="note"
            rows={3}
            maxLength={4000}
            defaultValue={marks.note}
            {...note.props}
            className="rounded-lg border border-edge bg-sheet px-3 py-2"
          />
        </label>
        <ChangedElsewhere text={note.elsewhere} />
      </details>
    </>
  );
}
