/** Looks like a space, but counts as a symbol. */
const blankBraille = "\u2800";
/** Asks for the colours of the picture before it; telephones write it by themselves. */
const afterPicture = /(?<=\p{Extended_Pictographic})\ufe0f/gu;
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Written text stacks at most three. More cover the lines around a name. */
const stackedMarks = /\p{Mn}{4,}/u;

/** Returns what is wrong with a display name as such, or null: every character can be seen, and one can be read. */
export function nameProblem(name: string): string | null {
  const hidden = unseen.exec(name.replace(afterPicture, ""))?.[0];
  if (hidden !== undefined) return `Only characters that can be seen: remove ${codeOf(hidden)}`;
  if (!/[\p{L}\p{N}]/u.test(name)) return "At least one letter or digit";
  if (name.includes(blankBraille)) return `Only characters that can be seen: remove ${codeOf(blankBraille)}`;
  if (/^\p{M}/u.test(name) || stackedMarks.test(name.normalize("NFD"))) return "No more than three marks on a letter";
  return null;
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
