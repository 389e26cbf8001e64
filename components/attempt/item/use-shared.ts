import { type FormEvent, useEffect, useRef, useState } from "react";

/** A text, or a group of radios. */
type Field = HTMLTextAreaElement | HTMLFieldSetElement;

/**
 * A field that also shows what other tabs and devices write, but never replaces what somebody is writing in it: while
 * the field has the focus, its text stays, with the other text beside it. The newest counts, and is shown when they
 * leave.
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
    // While the learner's own changes are being stored, what is known lags behind them.
    if (current === null || keeping.current > 0) return;
    const value = textIn(current);
    const hasFocus = current.contains(document.activeElement);
    const isFirst = isEdited.current === null;
    isEdited.current ??= value !== known;
    if (value === known) isEdited.current &&= hasFocus;
    // What was written before the script arrived counts like everything else.
    else if (isFirst) change(value);
    else if (isEdited.current && hasFocus) return setElsewhere(known);
    else {
      isEdited.current = false;
      show(current, known);
    }
    setElsewhere(null);
  }, [known, settled]);

  const props = {
    ref: field,
    onChange: ({ currentTarget }: FormEvent<F>) => change(textIn(currentTarget)),
    onBlur: () => setSettled((n) => n + 1),
  };
  return { props, elsewhere };
}

function radiosOf(group: HTMLFieldSetElement) {
  return [...group.querySelectorAll("input")];
}

function textIn(field: Field): string {
  if (field instanceof HTMLTextAreaElement) return field.value;
  return radiosOf(field).find((radio) => radio.checked)?.value ?? "";
}

/** Inserts a text and keeps the caret in place. */
function show(field: Field, value: string) {
  if (field instanceof HTMLFieldSetElement) {
    for (const radio of radiosOf(field)) radio.checked = radio.value === value;
    return;
  }
  const caret = field.selectionStart;
  field.value = value;
  if (document.activeElement === field) field.setSelectionRange(caret, caret);
}
