import { placeAt } from "../read/source.ts";
import type { QuestionRule } from "./rule.ts";

/** Controls and format characters: direction overrides, zero-width characters, soft hyphens, tags. */
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}]/gu;
/** Anything but plain English text: a quick look that spares most files the long one. */
const unusual = /[^\n\t\x20-\x7e]/;
/** Zero-width joiners are part of emoji and of some scripts. */
const joined =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Malayalam})$/u;

const file = (stem: string): string => `---
domain: d
---
${stem}

- [x] BLEU
- [ ] Adam

## Explanation

{A} is one.
`;

export const invisibleCharacters: QuestionRule = {
  id: "invisible-characters",
  severity: "warning",
  description: "The text has invisible characters, which can change what it seems to say.",
  examples: {
    bad: [file("Which is a me\u200btric?"), file("Which is \u202egnorw\u202c?"), file("Which\u00ad is?")],
    good: [file("Which is a métrique? 👩‍🔬")],
  },
  check: ({ read: { source } }) => {
    if (!unusual.test(source)) return [];
    const found = [...source.matchAll(invisible)].filter(
      (match) =>
        !(/[\u200c\u200d]/.test(match[0]) && joined.test(source.slice(Math.max(0, match.index - 4), match.index))),
    );
    const [first] = found;
    if (!first) return [];
    const code = (first[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const more = found.length > 1 ? ` and ${found.length - 1} more` : "";
    return [
      {
        at: placeAt(source, first.index),
        message: `there is an invisible character (U+${code}${more})`,
        fix: "delete it",
      },
    ];
  },
};
