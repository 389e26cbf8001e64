import type { Random } from "#lib/exam/random";

interface Rule {
  readonly [key: string]: unknown;
}

/** The words and signs in a TextMate grammar's expressions, from which difficult input is built. */
export function fragmentsOf(grammar: object): readonly string[] {
  const found = new Set<string>([" ", "\\", "a", "1"]);
  const visit = (rule: Rule) => {
    for (const [key, value] of Object.entries(rule)) {
      if (typeof value === "object" && value !== null) visit(value as Rule);
      else if (typeof value === "string" && /^(?:match|begin|end|while)$/.test(key))
        for (const piece of value.match(/(?<!\\)\b[a-z]{2,12}\b|(?<=\\)[^\w\s]|["'<>:;,=!@#%&/`~-]/gi) ?? [])
          found.add(piece);
    }
  };
  visit(grammar as Rule);
  return [...found];
}

/** Code of about `size` characters: one to four fragments, repeated in one short line or in many of usual length. */
export function hostileCode(fragments: readonly string[], random: Random, size: number): string {
  const pick = () => fragments[random.integer(fragments.length)] ?? "";
  const piece = Array.from({ length: 1 + random.integer(4) }, pick).join(random.integer(2) === 0 ? " " : "");
  const prefix = random.integer(2) === 0 ? pick() : "";
  const length = [45, 120, 490][random.integer(3)] ?? 45;
  const line = `${prefix}${piece.repeat(Math.ceil(length / piece.length))}`.slice(0, length).replace(/[`~\n]{3,}/g, "");
  return Array.from({ length: Math.max(1, Math.floor(size / (length + 1))) }, () => line).join("\n");
}
