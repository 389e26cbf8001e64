import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import type { Message } from "./message.ts";

/**
 * Parses a text in ICU MessageFormat: `{name}`, `{share, number, percent}`, `{count, plural, one {# answer} other {#
 * answers}}`, `{kind, select, …}` and `<link>elements</link>`. Throws on anything else: dates are formatted before they
 * are inserted.
 */
export function parseMessage(text: string): Message {
  return reduce(parse(text, { requiresOtherClause: true }), "");
}

/** `counted` is the argument that `#` stands for. */
function reduce(elements: readonly MessageFormatElement[], counted: string): Message {
  const parts = elements.map((element): Exclude<Message[number], string> | string => {
    switch (element.type) {
      case TYPE.literal:
        return element.value;
      case TYPE.argument:
        return [element.value];
      case TYPE.pound:
        return [counted];
      case TYPE.number:
        return [element.value, { as: numberStyle(element.style) }];
      case TYPE.tag:
        return [element.value, { inside: reduce(element.children, counted) }];
      case TYPE.plural:
      case TYPE.select: {
        const name = element.type === TYPE.plural ? element.value : counted;
        const of = Object.entries(element.options).map(([word, { value }]) => [word, reduce(value, name)] as const);
        return [element.value, { of: Object.fromEntries(of) }];
      }
      default:
        throw new Error(`messages do not format dates: {${element.value}, ${TYPE[element.type]}}`);
    }
  });
  return parts.every((part) => typeof part === "string") ? parts.join("") : parts;
}

function numberStyle(style: unknown): Intl.NumberFormatOptions {
  if (style === "percent") return { style: "percent", maximumFractionDigits: 2 };
  if (typeof style === "object" && style !== null && "parsedOptions" in style)
    return style.parsedOptions as Intl.NumberFormatOptions;
  return {};
}
