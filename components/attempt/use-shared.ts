import { type ChangeEvent, useEffect, useRef, useState } from "react";

type Field = HTMLTextAreaElement | HTMLSelectElement;

/**
 * A field that shows what other tabs and devices write too, but never in place of what somebody is writing in it: that
 * stays while the focus does, with what was written elsewhere beside it. The newest counts, and shows when they leave.
 */
export function useShared<F extends Field>(known: string, keep: (value: string) => Promise<void>) {
  const field = useRef<F>(null);
  const isEdited = useRef<boolean | null>(null);
  const keeping = useRef(0);
  const [settled, setSettled] = useState(0);
  const [elsewhere, setElsewhere] = useState<string | null>(null);

  function change(value: string) {
    isEdited.current = true;
    setElsewhere(null);
    keeping.current++;
    void keep(value).finally(() => {
      keeping.current--;
      setSettled((n) => n + 1);
    });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when a change is kept and when the focus leaves
  useEffect(() => {
    const { current } = field;
    // While changes of one's own are being kept, what is known lags behind them.
    if (current === null || keeping.current > 0) return;
    const hasFocus = document.activeElement === current;
    const isFirst = isEdited.current === null;
    isEdited.current ??= current.value !== known;
    if (current.value === known) isEdited.current &&= hasFocus;
    // What was written before the script arrived counts like everything else.
    else if (isFirst) change(current.value);
    else if (isEdited.current && hasFocus) return setElsewhere(known);
    else {
      isEdited.current = false;
      show(current, known);
    }
    setElsewhere(null);
  }, [known, settled]);

  const props = {
    ref: field,
    defaultValue: known,
    onChange: ({ target }: ChangeEvent<F>) => change(target.value),
    onBlur: () => setSettled((n) => n + 1),
  };
  return { props, elsewhere };
}

/** Puts a text in, the caret where it was. */
function show(field: Field, value: string) {
  const caret = field instanceof HTMLTextAreaElement ? field.selectionStart : null;
  field.value = value;
  if (field instanceof HTMLTextAreaElement && caret !== null && document.activeElement === field)
    field.setSelectionRange(caret, caret);
}
