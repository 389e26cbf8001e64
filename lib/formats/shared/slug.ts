const spelled: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  "+": " plus ",
  "#": " sharp ",
  "&": " and ",
  "%": " percent ",
};

/** Names that some file systems keep for devices, and names with a meaning of their own in a bank. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|exam|readme|index)$/;

/**
 * A file name made of `text`: lower-case ASCII words joined by hyphens, at most `max` characters, cut between words.
 * Never empty, never a reserved name, never with a dot or slash: it cannot leave the folder it is written to.
 */
export function slugify(text: string, max = 60): string {
  const words = text
    .toLowerCase()
    .replace(/[ßæœøłđðþı+#&%]/g, (sign) => spelled[sign] ?? "")
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/['’`]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, max) : `${slug}-${word}`;
    if (longer.length > max) break;
    slug = longer;
  }
  if (slug === "") return "question";
  return reserved.test(slug) ? `question-${slug}` : slug;
}

/** Where the search for a free name goes on: thousands of questions may begin with the same words. */
const numbers = new WeakMap<ReadonlySet<string>, Map<string, number>>();

/** `base`, or `base-2`, `base-3`, … whichever `taken` does not hold yet; it holds the answer afterwards. */
export function uniqueName(base: string, taken: Set<string>): string {
  const next = numbers.get(taken) ?? new Map<string, number>();
  numbers.set(taken, next);
  let name = base;
  let number = next.get(base) ?? 2;
  while (taken.has(name)) name = `${base}-${number++}`;
  next.set(base, number);
  taken.add(name);
  return name;
}
