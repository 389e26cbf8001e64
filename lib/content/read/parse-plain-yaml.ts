type PlainScalar = string | number | boolean;
type PlainMapping = Readonly<Record<string, PlainScalar>>;
type PlainValue = PlainScalar | readonly string[] | readonly PlainMapping[];

const word = /^[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*$/;
const phrase = /^[A-Za-z][A-Za-z0-9]*(?:(?:,? |-)[A-Za-z0-9]+)*$/;
const date = /^\d{4}-\d{2}-\d{2}$/;
const number = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const list = /^\[([^[\]]*)\]$/;
const entry = /^ {2}- \{ ([^{}]*) \}$/;

/**
 * The mapping that `yaml` is when it is as plain as nearly all front matter: in each line a key and a bare phrase, number,
 * day or list of bare words, or a key and under it mappings in braces. Null for anything else, which is left to a real
 * YAML parser; what this function accepts, that parser reads the same (the test says so), in thirty times the time.
 */
export function parsePlainYaml(yaml: string): Readonly<Record<string, PlainValue>> | null {
  const values: Record<string, PlainValue> = {};
  const lines = yaml.split("\n").filter((line) => line !== "");
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const mappings = line.endsWith(":") ? mappingsIn(lines, index + 1) : null;
    const colon = mappings === null ? line.indexOf(": ") : line.length - 1;
    const key = line.slice(0, colon);
    const value = mappings ?? plainValue(line.slice(colon + 2));
    if (colon < 1 || !isKey(key) || value === null || Object.hasOwn(values, key)) return null;
    values[key] = value;
    index += mappings?.length ?? 0;
  }
  return lines.length > 0 ? values : null;
}

/** The mappings in braces from line `first` on, or null when there are none or one of them is not plain. */
function mappingsIn(lines: readonly string[], first: number): readonly PlainMapping[] | null {
  const mappings: PlainMapping[] = [];
  for (let index = first; lines[index]?.startsWith(" "); index += 1) {
    const mapping = plainMapping(entry.exec(lines[index] ?? "")?.[1] ?? "");
    if (mapping === null) return null;
    mappings.push(mapping);
  }
  return mappings.length > 0 ? mappings : null;
}

function plainMapping(text: string): PlainMapping | null {
  const mapping: Record<string, PlainScalar> = {};
  for (const pair of text.split(", ")) {
    const [key = "", value = "", ...more] = pair.split(": ");
    const scalar = isWord(value) ? value : plainScalar(value);
    if (!isKey(key) || scalar === null || more.length > 0 || Object.hasOwn(mapping, key)) return null;
    mapping[key] = scalar;
  }
  return mapping;
}

function plainValue(text: string): PlainValue | null {
  if (phrase.test(text) && !isReserved(text)) return text;
  const items = list.exec(text)?.[1]?.split(/, ?/);
  return items ? (items.every(isWord) ? items : null) : plainScalar(text);
}

function plainScalar(text: string): PlainScalar | null {
  if (text === "true" || text === "false") return text === "true";
  if (date.test(text)) return text;
  return number.test(text) ? Number(text) : null;
}

function isKey(text: string): boolean {
  return /^[a-z]+$/.test(text) && !isReserved(text);
}

function isWord(text: string): boolean {
  return word.test(text) && !isReserved(text);
}

function isReserved(text: string): boolean {
  return /^(?:true|false|null)$/i.test(text);
}
