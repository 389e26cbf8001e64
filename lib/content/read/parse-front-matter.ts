import { isMap, isNode, isScalar, parseDocument } from "yaml";
import type { z } from "zod";
import type { Place, Problem } from "../problem.ts";
import { parsePlainYaml } from "./parse-plain-yaml.ts";
import { YamlReader } from "./yaml-reader.ts";

export interface FrontMatter<T> {
  /** Null when any problem was found. */
  readonly value: T | null;
  /** The keys that are right in themselves, so that the rest of the file can be checked anyway. */
  readonly partial: Partial<T>;
  readonly problems: readonly Problem[];
  /** Where the value of a key, or what is in it, stands; the start of the front matter for a key that is absent. */
  readonly placeOf: (...path: readonly (string | number)[]) => Place;
  /** Keys that are written, right or wrong. */
  readonly keys: readonly string[];
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
    const placeOf = (...path: readonly (string | number)[]): Place =>
      readFrontMatter(file, yaml, firstLine, schema).placeOf(...path);
    return { value: quick.data, partial: quick.data, problems: [], placeOf, keys: Object.keys(plain ?? {}) };
  }
  return readFrontMatter(file, yaml, firstLine, schema);
}

function readFrontMatter<S extends z.ZodObject>(
  file: string,
  yaml: string,
  firstLine: number,
  schema: S,
): FrontMatter<z.infer<S>> {
  const reader = new YamlReader(file, yaml, firstLine);
  const refused = reader.refusal();
  if (refused) return { value: null, partial: {}, problems: [refused], placeOf: () => reader.start, keys: [] };
  const document = parseDocument(yaml, {
    lineCounter: reader.lines,
    logLevel: "silent",
    merge: false,
    prettyErrors: false,
  });
  const syntax = reader.syntaxProblems(document);
  const problems = [
    ...(syntax.length > 0 ? syntax : reader.aliasProblems(document)),
    ...reader.quoteProblems(document),
  ];
  if (problems.length > 0)
    return { value: null, partial: {}, problems, placeOf: (...path) => reader.placeOf(document, path), keys: [] };
  if (!isMap(document.contents)) {
    const bad = reader.problem(
      "bad-yaml",
      reader.start,
      "the front matter is not a mapping",
      "write lines such as `domain: core-ml`",
    );
    return { value: null, partial: {}, problems: [bad], placeOf: () => reader.start, keys: [] };
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
  const issues = parsed.error?.issues ?? [];
  // What is not a list is not too long as well.
  const isEcho = (issue: z.core.$ZodIssue): boolean =>
    issues.slice(0, issues.indexOf(issue)).some((other) => other.path.join() === issue.path.join());
  for (const issue of issues.filter((each) => !isEcho(each)))
    problems.push(...reader.schemaProblems(document, issue, schema));
  const slips = new Set(reader.slips);
  const reported = problems.filter((problem) => !(problem.rule === "missing-key" && slips.has(problem.message)));
  const value = parsed.success && problems.length === 0 ? parsed.data : null;
  return {
    value,
    partial: value ?? rightKeys(schema, data),
    problems: reported,
    placeOf: (...path) => reader.placeOf(document, path),
    keys: Object.keys(data),
  };
}

function rightKeys<S extends z.ZodObject>(schema: S, data: Readonly<Record<string, unknown>>): Partial<z.infer<S>> {
  const right = Object.entries(data).filter(
    ([key, value]) => (schema.shape[key] as z.ZodType).safeParse(value).success,
  );
  return Object.fromEntries(right) as Partial<z.infer<S>>;
}
