import { numberFormat, pluralRules } from "./formatters.ts";

/** A parsed text of the catalogue, as it is sent to a browser: a plain text, or its parts in order. */
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

/** A number is written as in the locale; an element is created by a function from its content. */
export type Value = string | number | ((inside: unknown[]) => unknown);

/** How a locale writes numbers, and the plural category of each. */
export interface Numbers {
  write(value: number, as: Intl.NumberFormatOptions | undefined): string;
  categoryOf(value: number): string;
}

export function numbersOf(locale: string): Numbers {
  return {
    write: (value, as) => numberFormat(locale, as).format(value),
    categoryOf: (value) => pluralRules(locale).select(value),
  };
}

/** The pieces of a message with its arguments filled in. */
export function writeMessage(message: Message, values: Readonly<Record<string, Value>>, numbers: Numbers): unknown[] {
  if (typeof message === "string") return [message];
  return message.flatMap((part): unknown => {
    if (typeof part === "string") return part;
    const [name, { as, of, inside } = {}] = part;
    const value = values[name];
    if (inside !== undefined) return [(value as (inside: unknown[]) => unknown)(writeMessage(inside, values, numbers))];
    if (of !== undefined) {
      const word = typeof value === "number" ? numbers.categoryOf(value) : String(value).replaceAll("-", "_");
      // The word may come from the address of a page: "constructor" is not one of the choices.
      const known = [`=${value}`, word, "other"].find((choice) => Object.hasOwn(of, choice)) ?? "";
      return writeMessage(of[known] ?? "", values, numbers);
    }
    return typeof value === "number" ? numbers.write(value, as) : value;
  });
}
