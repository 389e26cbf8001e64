import type { z } from "zod";

/** Why a value of the front matter is not valid, and where it is plain what was meant, what to write. */
export function valueReason(issue: z.core.$ZodIssue, written: unknown, source: string): string {
  if (issue.code === "invalid_type")
    return `${names[issue.expected] ?? `a ${issue.expected}`} is expected${hint(issue.expected, written, source)}`;
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")} is expected`;
  if (issue.code === "too_small") return `at least ${amount(issue.minimum, issue.origin)}`;
  if (issue.code === "too_big") return `at most ${amount(issue.maximum, issue.origin)}`;
  if (issue.code === "invalid_format" && issue.format === "date") return "a day such as 2026-11-22 is expected";
  if (issue.code === "invalid_union")
    return `a number, a text or a list of texts is expected${hint("string", written, source)}`;
  return issue.message;
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

function hint(expected: string, written: unknown, source: string): string {
  if (expected === "string") return quotes(written, source);
  if (typeof written !== "string") return "";
  if (expected === "number" || expected === "int") return number(written);
  if (expected === "boolean") return truth(written);
  const items = written.split(/\s*[,;]\s*/).filter((item) => item !== "");
  return expected === "array" ? `, such as [${items.join(", ").slice(0, 60)}]` : "";
}

/** What YAML takes for something else than a text. */
function quotes(written: unknown, source: string): string {
  if (["number", "boolean"].includes(typeof written))
    return `; put it in quotes: "${/^[^\s,\]}]+/.exec(source)?.[0] ?? written}"`;
  if (written !== null) return "";
  if (source.startsWith("#")) return "; put it in quotes if # is part of it";
  return /^null$/i.test(source) ? `; put it in quotes: "${source}"` : "";
}

/** "2", "0,1" and "70%" are no numbers to YAML. */
function number(written: string): string {
  const [, digits = ""] = /^([+-]?\d+(?:[.,]\d+)?)\s*%?$/.exec(written) ?? [];
  return digits === "" ? "" : `; write ${digits.replace(",", ".")}`;
}

function truth(written: string): string {
  if (/^(?:true|false)$/i.test(written)) return "; write it without quotes";
  if (/^(?:no|off|n)$/i.test(written)) return "; write false";
  return /^(?:yes|on|y)$/i.test(written) ? "; write true" : "";
}
