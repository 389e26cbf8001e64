/** A text of the catalogue, parsed, as it is sent to a browser: a plain text, or its parts in order. */
export type Message = string | readonly Part[];

/** A text, or the argument that the part writes, chooses by, or is wrapped in: short, because it travels with every page. */
type Part = string | readonly [argument: string, how?: How];

export interface How {
  /** How a number is written. */
  readonly as?: Intl.NumberFormatOptions;
  /**
   * One of several texts: by the plural category of a number ("one", "other", or "=0" for exactly that), or by a word, in
   * which ICU allows no hyphen: "too-late" is written too_late.
   */
  readonly of?: Readonly<Record<string, Message>>;
  /** A text within an element, such as a link. */
  readonly inside?: Message;
}

/** A number is written as the locale writes numbers; an element is made by a function of what is in it. */
export type Value = string | number | ((inside: unknown[]) => unknown);

/** The pieces of a message with its arguments filled in. */
export function writeMessage(message: Message, values: Readonly<Record<string, Value>>, locale: string): unknown[] {
  if (typeof message === "string") return [message];
  return message.flatMap((part): unknown => {
    if (typeof part === "string") return part;
    const [name, { as, of, inside } = {}] = part;
    const value = values[name];
    if (inside !== undefined) return [(value as (inside: unknown[]) => unknown)(writeMessage(inside, values, locale))];
    if (of !== undefined) {
      const word =
        typeof value === "number" ? new Intl.PluralRules(locale).select(value) : String(value).replaceAll("-", "_");
      // The word may come from the address of a page: "constructor" is none of the choices.
      const known = [`=${value}`, word, "other"].find((choice) => Object.hasOwn(of, choice)) ?? "";
      return writeMessage(of[known] ?? "", values, locale);
    }
    return typeof value === "number" ? new Intl.NumberFormat(locale, as).format(value) : value;
  });
}
