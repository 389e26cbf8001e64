import { Alias, type Document, isMap, isNode, isScalar, LineCounter, type Pair, visit } from "yaml";
import { ZodArray, ZodObject, ZodOptional, type z } from "zod";
import { closest } from "./closest.ts";
import type { Place, Problem } from "./problem.ts";
import { type StructuralRuleId, structuralProblem } from "./structural-rules.ts";

const longestFrontMatter = 16_384;
const deepestYaml = 32;

/** Tells what is wrong with a YAML document that stands in a file, and where. */
export class YamlReader {
  readonly lines = new LineCounter();
  readonly start: Place = { line: 1, column: 1 };
  /** Messages about missing keys that are there under a slip of the pen, which is told already. */
  readonly slips: string[] = [];
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

  /** One problem for each line: the parser tells of one slip several times. */
  syntaxProblems(document: Document): Problem[] {
    const lineOf = (offset: number): number => this.placeAt(offset).line;
    const firsts = document.errors.filter(
      (error, index, all) => all.findIndex((other) => lineOf(other.pos[0]) === lineOf(error.pos[0])) === index,
    );
    return firsts.map((error) => {
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
        "begin every key at the start of a line, and put a value that holds a colon or a quote in double quotes",
      );
    });
  }

  /** Quotes of a word processor are part of the text to YAML: an answer in them could never be given. */
  quoteProblems(document: Document): Problem[] {
    const found: Problem[] = [];
    visit(document, {
      Scalar: (_, { type, value, range }) => {
        if (type !== "PLAIN" || typeof value !== "string" || !/^[“”„‘’‚].*[“”‘’]$/s.test(value)) return;
        found.push(
          this.problem(
            "bad-value",
            this.placeAt(range?.[0] ?? 0),
            `${value.slice(0, 60)} stands in typographic quotes, which become part of the text`,
            `write "${value.slice(1, 60).replace(/.$/s, "")}" with straight quotes`,
          ),
        );
      },
    });
    return found;
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
    if (meant) this.slips.push(missing(meant));
    const place = isNode(pair.key) ? this.placeAt(pair.key.range?.[0] ?? 0) : this.start;
    const fix = meant ? `did you mean ${meant}?` : `known keys are ${known.join(", ")}`;
    return this.problem("unknown-key", place, `the key ${JSON.stringify(key.slice(0, 60))} is unknown`, fix);
  }

  schemaProblems(document: Document, issue: z.core.$ZodIssue, schema: z.ZodObject): Problem[] {
    const described = descriptionAt(schema, issue.path);
    const name = issue.path.map(String).join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((unknown) => {
        const place = this.keyPlace(document, issue.path, unknown);
        const shape = Object.keys(shapeAt(schema, issue.path));
        const meant = closest(unknown, shape);
        if (meant) this.slips.push(missing(`${name}.${meant}`));
        const fix = meant ? `did you mean ${meant}?` : `known keys are ${shape.join(", ")}`;
        return this.problem(
          "unknown-key",
          place,
          `the key ${JSON.stringify(unknown.slice(0, 60))} is unknown within ${name}`,
          fix,
        );
      });
    }
    const absent = issue.path.length > 0 && document.getIn(issue.path as (string | number)[]) === undefined;
    const place = this.placeOf(document, issue.path);
    if (absent) return [this.problem("missing-key", place, missing(name), described)];
    const written = document.getIn(issue.path as (string | number)[]);
    const meant = issue.code === "invalid_value" ? closest(String(written), issue.values.map(String)) : null;
    return [
      this.problem(
        "bad-value",
        place,
        `${name} is not valid: ${reason(issue, written)}`,
        meant ? `did you mean ${meant}?` : described,
      ),
    ];
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

function missing(name: string): string {
  return `the key ${name} is missing`;
}

/** The keys known at `path` within `schema`. */
function shapeAt(schema: z.ZodType, path: readonly PropertyKey[]): Readonly<Record<string, z.ZodType>> {
  if (schema instanceof ZodOptional) return shapeAt(schema.unwrap() as z.ZodType, path);
  const [step, ...rest] = path;
  if (schema instanceof ZodArray) return shapeAt(schema.element as z.ZodType, rest);
  if (!(schema instanceof ZodObject)) return {};
  const inner = schema.shape[String(step)] as z.ZodType | undefined;
  return step === undefined ? (schema.shape as Record<string, z.ZodType>) : inner ? shapeAt(inner, rest) : {};
}

/** What the key at `path` is described as, or else the one that it stands in. */
function descriptionAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const own = schema.description ?? "";
  if (schema instanceof ZodOptional) return descriptionAt(schema.unwrap() as z.ZodType, path) || own;
  const [step, ...rest] = path;
  if (step === undefined) return own;
  if (schema instanceof ZodArray) return descriptionAt(schema.element as z.ZodType, rest) || own;
  const inner = schema instanceof ZodObject ? (schema.shape[String(step)] as z.ZodType | undefined) : undefined;
  return (inner && descriptionAt(inner, rest)) || own;
}

const names: Readonly<Record<string, string>> = {
  array: "a list",
  string: "a text",
  object: "a mapping",
  int: "a whole number",
  boolean: "true or false",
};

const units: Readonly<Record<string, string>> = { string: " character", array: " entry" };

function amount(count: number | bigint, origin: string): string {
  const unit = units[origin] ?? "";
  const isOne = count === 1 || unit === "";
  return `${count}${isOne ? unit : unit.replace(/y$/, "ie").concat("s")} ${isOne ? "is" : "are"} expected`;
}

function reason(issue: z.core.$ZodIssue, written: unknown): string {
  if (issue.code === "invalid_type") {
    const isScalar = ["number", "boolean"].includes(typeof written);
    const quotes = issue.expected === "string" && isScalar ? `; put it in quotes: "${written}"` : "";
    return `${names[issue.expected] ?? `a ${issue.expected}`} is expected${quotes}`;
  }
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")} is expected`;
  if (issue.code === "too_small") return `at least ${amount(issue.minimum, issue.origin)}`;
  if (issue.code === "too_big") return `at most ${amount(issue.maximum, issue.origin)}`;
  if (issue.code === "invalid_format" && issue.format === "date") return "a day such as 2026-11-22 is expected";
  if (issue.code === "invalid_union")
    return "a number, a text or a list of texts is expected; put numbers among texts in quotes";
  return issue.message;
}
