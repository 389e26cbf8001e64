/** The pieces of which the phrases that name options by letter are made, as sources of regular expressions. */

/** What may be in a word: "Dürer" does not begin with the letter D. */
export const inWord = String.raw`\wÀ-ɏͰ-῿`;
/** A capital that is alone; "C++" and "C#" are languages, "A+C" is two letters. */
export const capital = String.raw`[A-Z](?![${inWord}#]|\+(?!\s*[A-Z](?![${inWord}+#]))|-\w|['’](?!s\b)[${inWord}])`;
/** One letter: {A}, (a), [A], a), A. */
export const token = String.raw`(?:\{[A-Z]\}|\([A-Za-z]\)|\[[A-Z]\]|[A-Za-z]\)|${capital})`;
const conjunction =
  "(?:and|or|nor|plus|und|oder|sowie|beziehungsweise|bzw\\.|et|ou|y|e|o|och|og|eller|i|lub|ve|veya|и|или)";
/** Between letters that no spaces separate: "AとC", "A、C和D". */
const joint = String.raw`\s*(?:[、，]|和|与|與|及|或|と|や|와|과)\s*`;
export const separator = String.raw`(?:${joint}|\.?["”']?\s*,\s*(?:(?:${conjunction}|&)\s+)?|\.?["”']?\s+(?:${conjunction}|&|as\s+well\s+as)\s+["“']?|\s*[/&+]\s*)`;
export const list = `${token}(?:${separator}(?!I\\b)${token}){0,25}`;
export const longList = `${token}(?:${separator}(?!I\\b)${token}){1,25}`;
export const span = String.raw`[A-Z]\s*(?:[-–—]|to|thru|through|bis|à)\s*[A-Z](?![${inWord}])`;
/** Not within a list that begins with something else: "types A and B", of which B alone would be taken. */
const whole = String.raw`(?<!(?:^|[^A-Za-z])[A-Z]\)?\.?\s*(?:,\s*(?:(?:and|or|nor|&)\s+)?|[/&+]\s*|\s(?:${conjunction}|&)\s+))`;
const joiningWords =
  "and|but|or|note\\s+that|although|while|whereas|so|because|since|that|thus|therefore|hence|only|why|though|however|if|reasons?|as|except|both|is|are|then|yet|when|glance|sight|here|fact|practice|reality|course|still|finally|also|even|clearly|obviously|surely|certainly|consequently|likewise|similarly|conversely|somit|damit|deshalb|folglich|hier|ici|aquí|aqui|qui|luego|portanto|logo|und|aber|denn|tandis\\s+que|sodass|womit|et|mentre|mientras(?:\\s+que)?|enquanto|während|also|daher|weil|dass|nur|mais|donc|car|que|pero|porque|mas|pois|ma|perché|quindi|solo|seule?|apenas|où|where";
/** Where a clause begins, or where a joining word comes before. */
export const clauseStart = String.raw`(?:^|(?<=[.!?;:(•]\s*|,\s*|\n|[–—]\s+|(?<![${inWord}])(?:${anyCase(joiningWords)})\s+)${whole})`;
export const sentenceStart = String.raw`(?:^|(?<=[.!?;:]\s+|\n))`;

/** The alternatives of a regular expression, each with its first letter small or large. */
export function anyCase(alternatives: string): string {
  return alternativesOf(alternatives)
    .map((each) => {
      if (!each.startsWith("(?:")) return `[${each.charAt(0).toUpperCase()}${each.charAt(0)}]${each.slice(1)}`;
      const end = endOfGroup(each);
      return `(?:${anyCase(each.slice(3, end))}${each.slice(end)}`;
    })
    .join("|");
}

function alternativesOf(source: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of source) {
    depth += character === "(" ? 1 : character === ")" ? -1 : 0;
    if (character === "|" && depth === 0) parts.push("");
    else parts.push(parts.pop() + character);
  }
  return parts;
}

function endOfGroup(source: string): number {
  let depth = 0;
  for (let index = 0; index < source.length; index += 1) {
    depth += source[index] === "(" ? 1 : source[index] === ")" ? -1 : 0;
    if (depth === 0) return index;
  }
  return source.length;
}

export function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
