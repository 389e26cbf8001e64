import { Alias, type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Pair, visit } from "yaml";
import { ZodArray, ZodObject, ZodOptional, type z } from "zod";
import type { Meant, Place, Problem } from "../problem.ts";
import { nameMeant, type StructuralRuleId, structuralProblem } from "../rules/structural-rules.ts";
import { closest } from "./closest.ts";
import { valueReason } from "./value-reason.ts";

const longestFrontMatter = 16_384;
const deepestYaml = 32;

/** Reports what is wrong with a YAML document in a file, and where. */
export class YamlReader {
  readonly lines = new LineCounter();
  readonly start: Place = { line: 1, column: 1 };
  /** Messages about missing keys that are there under a slip of the pen, which is reported already. */
  readonly slips: string[] = [];
  private readonly file: string;
  private readonly yaml: string;
  private readonly firstLine: number;

  constructor(file: string, yaml: string, firstLine: number) {
    this.file = file;
    this.yaml = yaml;
    this.firstLine = firstLine;
  }

  problem(rule: StructuralRuleId, place: Place, message: string, fix: string, meant?: Meant): Problem {
    return structuralProblem(this.file, rule, place, message, fix, meant);
  }

  /** Input that the YAML parser must not even see: deep nesting has crashed it. */
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
          `the front matter is nested more deeply than ${deepestYaml} levels`,
          "keep to the keys of the format",
        );
    }
    return null;
  }

  /** One problem per line: the parser reports one slip several times. */
  syntaxProblems(document: Document): Problem[] {
    const lineOf = (offset: number): number => this.placeAt(offset).line;
    const firsts = document.errors.filter(
      (error, index, all) => all.findIndex((other) => lineOf(other.pos[0]) === lineOf(error.pos[0])) === index,
    );
    return firsts.map((error) => {
      const place = this.placeAt(openingQuote(document, error.pos[0]) ?? error.pos[0]);
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
            `${value.slice(0, 60)} is in curly quotes, which become part of the text`,
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
        const start = node.range?.[0] ?? 0;
        // The range of a node begins after its anchor.
        const place = this.placeAt(node instanceof Alias ? start : Math.max(0, this.yaml.lastIndexOf("&", start)));
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
    const message = `the key ${JSON.stringify(key.slice(0, 60))} is unknown`;
    return this.problem("unknown-key", place, message, fix, nameMeant(meant));
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
          nameMeant(meant),
        );
      });
    }
    const absent = issue.path.length > 0 && document.getIn(issue.path as (string | number)[]) === undefined;
    const place = this.placeOf(document, issue.path);
    if (absent) return [this.problem("missing-key", place, missing(name), described)];
    const written = document.getIn(issue.path as (string | number)[]);
    const entries = this.entriesThatAreNoTexts(issue, written);
    if (entries.length > 0) return entries.flatMap((entry) => this.schemaProblems(document, entry, schema));
    const near = issue.code === "invalid_value" ? closest(String(written), issue.values.map(String)) : null;
    const { reason, meant } = valueReason(issue, written, this.lineFrom(place));
    const message = `${name} is not valid: ${reason}`;
    const fix = near ? `did you mean ${near}?` : described;
    return [this.problem("bad-value", place, message, fix, nameMeant(near) ?? meant)];
  }

  /** Of a list that may hold texts alone: an issue for each entry that is none. */
  private entriesThatAreNoTexts(issue: z.core.$ZodIssue, written: unknown): z.core.$ZodIssue[] {
    if (issue.code !== "invalid_union" || !isSeq(written)) return [];
    return written.items.flatMap((item, index) =>
      isScalar(item) && typeof item.value !== "string"
        ? [
            {
              code: "invalid_type",
              expected: "string",
              path: [...issue.path, index],
              message: "",
              input: item.source ?? item.value,
            },
          ]
        : [],
    );
  }

  /** What is written from `place` to the end of its line. */
  private lineFrom({ line, column }: Place): string {
    return (this.yaml.split("\n")[line - this.firstLine] ?? "").slice(column - 1).trim();
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

/** Where the quotation begins that a parser misses the end of at `end`, however many lines later. */
function openingQuote(document: Document, end: number): number | null {
  let opening: number | null = null;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if ((type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE") && range && range[0] < end && range[1] >= end)
        opening = range[0];
    },
  });
  return opening;
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

/** What the key at `path` is described as, or else the one that it is in. */
function descriptionAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const own = schema.description ?? "";
  if (schema instanceof ZodOptional) return descriptionAt(schema.unwrap() as z.ZodType, path) || own;
  const [step, ...rest] = path;
  if (step === undefined) return own;
  if (schema instanceof ZodArray) return descriptionAt(schema.element as z.ZodType, rest) || own;
  const inner = schema instanceof ZodObject ? (schema.shape[String(step)] as z.ZodType | undefined) : undefined;
  return (inner && descriptionAt(inner, rest)) || own;
}
