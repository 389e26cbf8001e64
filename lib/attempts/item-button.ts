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

/** The ids with `id` added, or without it when it is among them. */
export function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
