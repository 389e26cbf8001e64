import { Alias, type Document, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { closest } from "./closest.ts";
import { parsePlainYaml } from "./parse-plain-yaml.ts";
import type { Place, Problem } from "./problem.ts";
import { type StructuralRuleId, structuralProblem } from "./structural-rules.ts";

const longestFrontMatter = 16_384;
const deepestYaml = 32;

export interface FrontMatter<T> {
  /** Null when any problem was found. */
  readonly value: T | null;
  /** The keys that are right in themselves, so that the rest of the file can be checked all the same. */
  readonly partial: Partial<T>;
  readonly problems: readonly Problem[];
  /** Where the value of a key stands; the start of the front matter for a key that is absent. */
  readonly placeOf: (key: string) => Place;
}

/**
 * Reads the YAML front matter `yaml`, whose first line is line `firstLine` of `file`, as what `schema` describes.
 * Reports every problem at the key or value that it is about.
 */
export function parseFrontMatter<S extends z.ZodObject>(
  file: string,
  yaml: string,
  firstLine: number,
  schema: S,
): FrontMatter<z.infer<S>> {
  const plain = parsePlainYaml(yaml);
  const quick = plain ? schema.safeParse(plain) : null;
  if (quick?.success) {
    // Places are needed only for a problem that another check finds.
    const placeOf = (key: string): Place => readFrontMatter(file, yaml, firstLine, schema).placeOf(key);
    return { value: quick.data, partial: quick.data, problems: [], placeOf };
  }
  return readFrontMatter(file, yaml, firstLine, schema);
}

function readFrontMatter<S extends z.ZodObject>(
  file: string,
  yaml: string,
  firstLine: number,
  schema: S,
): FrontMatter<z.infer<S>> {
  const reader = new Reader(file, yaml, firstLine);
  const refused = reader.refusal();
  if (refused) return { value: null, partial: {}, problems: [refused], placeOf: () => reader.start };
  const document = parseDocument(yaml, {
    lineCounter: reader.lines,
    logLevel: "silent",
    merge: false,
    prettyErrors: false,
  });
  const problems = [...reader.syntaxProblems(document), ...reader.aliasProblems(document)];
  if (problems.length > 0)
    return { value: null, partial: {}, problems, placeOf: (key) => reader.placeOf(document, [key]) };
  if (!isMap(document.contents)) {
    const bad = reader.problem(
      "bad-yaml",
      reader.start,
      "the front matter is not a mapping",
      "write lines such as `domain: core-ml`",
    );
    return { value: null, partial: {}, problems: [bad], placeOf: () => reader.start };
  }
  const known = Object.keys(schema.shape);
  const data: Record<string, unknown> = {};
  for (const pair of document.contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    // Only known names are copied, so that no name (`__proto__`) can mean something to JavaScript.
    if (known.includes(key)) data[key] = isNode(pair.value) ? pair.value.toJS(document) : null;
    else problems.push(reader.unknownKey(pair, key, known));
  }
  const parsed = schema.safeParse(data);
  for (const issue of parsed.error?.issues ?? []) problems.push(...reader.schemaProblems(document, issue, schema));
  const value = parsed.success && problems.length === 0 ? parsed.data : null;
  return {
    value,
    partial: value ?? rightKeys(schema, data),
    problems,
    placeOf: (key) => reader.placeOf(document, [key]),
  };
}

function rightKeys<S extends z.ZodObject>(schema: S, data: Readonly<Record<string, unknown>>): Partial<z.infer<S>> {
  const right = Object.entries(data).filter(
    ([key, value]) => (schema.shape[key] as z.ZodType).safeParse(value).success,
  );
  return Object.fromEntries(right) as Partial<z.infer<S>>;
}

class Reader {
  readonly lines = new LineCounter();
  readonly start: Place = { line: 1, column: 1 };
  private readonly file: string;
  private readonly yaml: string;
  private readonly firstLine: number;

  constructor(file: string, yaml: string, firstLine: number) {
    this.file = file;
    this.yaml = yaml;
    this.firstLine = firstLine;
  }

  problem(rule: StructuralRuleId, place: Place, message: string, fix: string): Problem {
    return structuralProblem(this.file, rule, place, message, fix);
  }

  /** What the YAML parser must not even see: it has been brought down by deep nesting. */
  refusal(): Problem | null {
    if (this.yaml.length > longestFrontMatter)
      return this.problem(
        "yaml-too-deep",
        this.start,
        `the front matter has ${this.yaml.length} characters`,
        `write at most ${longestFrontMatter}`,
      );
    let depth = 0;
    for (const [index, line] of this.yaml.split("\n").entries()) {
      const opened = /^(?:\s*[-?:](?=\s))*/.exec(line)?.[0].replace(/\s/g, "").length ?? 0;
      const indented = /^ */.exec(line)?.[0].length ?? 0;
      for (const bracket of line.match(/[[\]{}]/g) ?? [])
        depth += bracket === "[" || bracket === "{" ? 1 : depth > 0 ? -1 : 0;
      if (Math.max(depth, opened, indented / 2) > deepestYaml)
        return this.problem(
          "yaml-too-deep",
          { line: this.firstLine + index, column: 1 },
          `the front matter is nested deeper than ${deepestYaml} levels`,
          "keep to the keys of the format",
        );
    }
    return null;
  }

  syntaxProblems(document: Document): Problem[] {
    return document.errors.map((error) => {
      const place = this.placeAt(error.pos[0]);
      if (error.code === "DUPLICATE_KEY") {
        const key = /^[^\s:]+/.exec(this.yaml.slice(error.pos[0]))?.[0] ?? "";
        return this.problem("duplicate-key", place, `the key ${key} is written twice`, "keep one of the two lines");
      }
      const message = error.message.replace(/ at line \d+.*$/s, "").replace(/\.$/, "");
      return this.problem(
        "bad-yaml",
        place,
        `the front matter is not YAML: ${message}`,
        "put a value with special characters in double quotes",
      );
    });
  }

  aliasProblems(document: Document): Problem[] {
    const found: Problem[] = [];
    visit(document, {
      Node: (_, node) => {
        if (!(node instanceof Alias) && !("anchor" in node && node.anchor)) return;
        const place = this.placeAt(node.range?.[0] ?? 0);
        found.push(
          this.problem(
            "yaml-alias",
            place,
            "the front matter uses a YAML anchor or alias",
            "write the value out, or put it in quotes",
          ),
        );
        return visit.BREAK;
      },
    });
    return found;
  }

  unknownKey(pair: Pair, key: string, known: readonly string[]): Problem {
    const meant = closest(key, known);
    const place = isNode(pair.key) ? this.placeAt(pair.key.range?.[0] ?? 0) : this.start;
    const fix = meant ? `did you mean ${meant}?` : `known keys are ${known.join(", ")}`;
    return this.problem("unknown-key", place, `the key ${JSON.stringify(key.slice(0, 60))} is unknown`, fix);
  }

  schemaProblems(document: Document, issue: z.core.$ZodIssue, schema: z.ZodObject): Problem[] {
    const key = String(issue.path[0] ?? "");
    const described = (schema.shape[key] as z.ZodType | undefined)?.description ?? "";
    const name = issue.path.map(String).join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((unknown) => {
        const place = this.keyPlace(document, issue.path, unknown);
        return this.problem(
          "unknown-key",
          place,
          `the key ${JSON.stringify(unknown.slice(0, 60))} is unknown within ${name}`,
          described,
        );
      });
    }
    const missing = issue.path.length > 0 && document.getIn(issue.path as (string | number)[]) === undefined;
    const place = this.placeOf(document, issue.path);
    if (missing) return [this.problem("missing-key", place, `the key ${name} is missing`, described)];
    return [this.problem("bad-value", place, `${name} is not valid: ${reason(issue)}`, described)];
  }

  placeOf(document: Document, path: readonly PropertyKey[]): Place {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length) as (string | number)[], true);
      if (isNode(node) && node.range) return this.placeAt(node.range[0]);
    }
    return this.start;
  }

  private keyPlace(document: Document, path: readonly PropertyKey[], key: string): Place {
    const map = path.length > 0 ? document.getIn(path as (string | number)[], true) : document.contents;
    const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    return isNode(pair?.key) && pair.key.range ? this.placeAt(pair.key.range[0]) : this.placeOf(document, path);
  }

  private placeAt(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1) - 1 + this.firstLine, column: Math.max(col, 1) };
  }
}

function reason(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return `a ${issue.expected} is expected`;
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")} is expected`;
  if (issue.code === "too_small") return `at least ${issue.minimum} is expected`;
  if (issue.code === "too_big") return `at most ${issue.maximum} is expected`;
  if (issue.code === "invalid_format" && issue.format === "date") return "a day such as 2026-11-22 is expected";
  if (issue.code === "invalid_union")
    return "a number, a text or a list of texts is expected; put numbers among texts in quotes";
  return issue.message;
}
