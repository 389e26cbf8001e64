/** What the pressed button of an item form asks for. */
export interface PressedButton {
  readonly intent: string;
  /** The option to rule out, or the position to go to; empty when the button has none. */
  readonly argument: string;
}

/** Reads the pressed button: `intent` or `intent:argument`. A button without an argument takes it from the field `go-to`. */
export function readButton(form: FormData): PressedButton {
  const [intent = "", argument = String(form.get("go-to") ?? "")] = String(form.get("intent") ?? "").split(":");
  return { intent, argument };
}

/** Toggles `id`: the ids with it added, or removed if they contain it. */
export function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
