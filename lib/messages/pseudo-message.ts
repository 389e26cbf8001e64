import type { How, Message } from "./message.ts";

const plain = "aceghijklnorstuwyzACEGHIJKLNORSTUWYZ";
const accented = "áçéĝĥíĵķĺñóŕšťúŵýžÁÇÉĜĤÍĴĶĹÑÓŔŠŤÚŴÝŽ";
const other = new Map([...plain].map((letter, i) => [letter, [...accented][i] ?? letter]));

/** English made foreign: with accents, and about 40 % longer, because its vowels are written twice. Arguments stay as they are. */
export function pseudoMessage(message: Message): Message {
  if (typeof message === "string") return pseudoText(message);
  return message.map((part) => {
    if (typeof part === "string") return pseudoText(part);
    const [argument, how] = part;
    return how === undefined ? part : [argument, pseudoHow(how)];
  });
}

function pseudoHow(how: How): How {
  const { inside, of } = how;
  return {
    ...how,
    ...(inside !== undefined && { inside: pseudoMessage(inside) }),
    ...(of !== undefined && {
      of: Object.fromEntries(Object.entries(of).map(([word, text]) => [word, pseudoMessage(text)])),
    }),
  };
}

function pseudoText(text: string): string {
  return text.replace(/[aeiouy]/gi, "$&$&").replace(/[a-z]/gi, (letter) => other.get(letter) ?? letter);
}
