import type { z } from "zod";
import type { Meant } from "../problem.ts";
import { slugPattern } from "./front-matter.ts";

/** Why a value is not valid, in a sentence, and what was meant where it is plain. */
export interface ValueReason {
  readonly reason: string;
  readonly meant?: Meant;
}

/** Why a value of the front matter is not valid, and where it is plain what was meant, what to write. */
export function valueReason(issue: z.core.$ZodIssue, written: unknown, source: string): ValueReason {
  if (issue.code === "invalid_type") {
    const { reason, meant } = hint(issue.expected, written, source);
    return { reason: `${names[issue.expected] ?? `a ${issue.expected}`} is expected${reason}`, meant };
  }
  if (issue.code === "invalid_value") return { reason: `one of ${issue.values.map(String).join(", ")} is expected` };
  if (issue.code === "too_small") return { reason: `at least ${amount(issue.minimum, issue.origin)}` };
  if (issue.code === "too_big") return { reason: `at most ${amount(issue.maximum, issue.origin)}` };
  if (issue.code === "invalid_format" && issue.format === "date")
    return { reason: "a day such as 2026-11-22 is expected", meant: { as: "day" } };
  if (issue.code === "invalid_union") {
    const { reason, meant } = hint("string", written, source);
    return { reason: `a number, a text or a list of texts is expected${reason}`, meant };
  }
  const isName = issue.code === "invalid_format" && issue.pattern === String(slugPattern);
  return { reason: issue.message, meant: isName ? { as: "name" } : undefined };
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

const unknown: ValueReason = { reason: "" };

function hint(expected: string, written: unknown, source: string): ValueReason {
  if (expected === "string") return quotes(written, source);
  if (expected === "array") {
    const items = typeof written === "string" ? written.split(/\s*[,;]\s*/).filter((item) => item !== "") : null;
    const reason = items === null ? "" : `, such as [${items.join(", ").slice(0, 60)}]`;
    return { reason, meant: { as: "list" } };
  }
  if (typeof written !== "string") return unknown;
  if (expected === "number" || expected === "int") return number(written);
  return expected === "boolean" ? truth(written) : unknown;
}

/** What YAML takes for something else than a text. */
function quotes(written: unknown, source: string): ValueReason {
  const asQuoted = (what: string): ValueReason => ({ reason: `; put it in quotes${what}`, meant: { as: "quoted" } });
  if (["number", "boolean"].includes(typeof written))
    return asQuoted(`: "${/^[^\s,\]}]+/.exec(source)?.[0] ?? written}"`);
  if (written !== null) return unknown;
  if (source.startsWith("#")) return asQuoted(" if # is part of it");
  return /^null$/i.test(source) ? asQuoted(`: "${source}"`) : unknown;
}

/** "2", "0,1" and "70%" are no numbers to YAML. */
function number(written: string): ValueReason {
  const [, digits = ""] = /^([+-]?\d+(?:[.,]\d+)?)\s*%?$/.exec(written) ?? [];
  return digits === "" ? unknown : toWrite(digits.replace(",", "."));
}

function truth(written: string): ValueReason {
  if (/^(?:true|false)$/i.test(written)) return { reason: "; write it without quotes", meant: { as: "unquoted" } };
  if (/^(?:no|off|n)$/i.test(written)) return toWrite("false");
  return /^(?:yes|on|y)$/i.test(written) ? toWrite("true") : unknown;
}

function toWrite(text: string): ValueReason {
  return { reason: `; write ${text}`, meant: { as: "text", text } };
}
