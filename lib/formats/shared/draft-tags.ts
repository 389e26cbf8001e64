import type { QuestionDraft } from "#lib/content/draft";
import { type DisputeNote, disputeStatuses } from "#lib/exam/dispute";
import { questionKinds } from "#lib/exam/question";

/**
 * Foreign formats know tags but no domain, difficulty or day of review. These travel as tags with a name before a
 * colon, and are taken back out of them.
 */
export function toTags(draft: QuestionDraft, named: readonly TagName[] = tagNames): string[] {
  const values: Readonly<Record<TagName, string | null>> = {
    domain: draft.domain,
    difficulty: draft.difficulty,
    origin: draft.origin,
    checked: draft.checked,
    dispute: draft.dispute === undefined ? null : disputeInWords(draft.dispute),
    case: draft.case,
    select: draft.select === null ? null : String(draft.select),
    columns: draft.columns === null ? null : draft.columns.join(" | "),
    unit: draft.numeric?.unit ?? null,
    shuffle: draft.shuffle ? null : "false",
    kind: draft.kind,
  };
  const marks = named.flatMap((name) => (values[name] === null ? [] : [`${name}:${values[name]}`]));
  return [...draft.tags, ...marks];
}

export const tagNames = [
  "domain",
  "difficulty",
  "origin",
  "checked",
  "dispute",
  "case",
  "select",
  "columns",
  "unit",
  "shuffle",
  "kind",
] as const;
export type TagName = (typeof tagNames)[number];

/** What `toTags` wrote, as parts of a draft; every other tag stays a tag. */
export function fromTags(tags: readonly string[]): { draft: Partial<QuestionDraft>; unit: string | null } {
  const kept: string[] = [];
  const found = new Map<string, string>();
  for (const tag of tags) {
    const match = /^([a-z]+):([\s\S]*)$/.exec(tag.trim());
    const name = match?.[1] ?? "";
    if (match !== null && isValid(name, match[2] ?? "")) found.set(name, (match[2] ?? "").trim());
    else if (tag.trim() !== "") kept.push(tag.trim());
  }
  const [left, right] = (found.get("columns") ?? "").split(" | ");
  return {
    unit: found.get("unit") ?? null,
    draft: {
      tags: kept,
      ...(found.has("domain") ? { domain: found.get("domain") ?? null } : {}),
      ...(found.has("difficulty") ? { difficulty: found.get("difficulty") as QuestionDraft["difficulty"] } : {}),
      ...(found.has("origin") ? { origin: found.get("origin") ?? null } : {}),
      ...(found.has("checked") ? { checked: found.get("checked") ?? null } : {}),
      ...(found.has("dispute") ? { dispute: disputeOf(found.get("dispute") ?? "") ?? undefined } : {}),
      ...(found.has("case") ? { case: found.get("case") ?? null } : {}),
      ...(found.has("select") ? { select: Number(found.get("select")) } : {}),
      ...(left !== undefined && right !== undefined ? { columns: [left, right] as const } : {}),
      ...(found.has("shuffle") ? { shuffle: false } : {}),
      ...(found.has("kind") ? { kind: found.get("kind") as QuestionDraft["kind"] } : {}),
    },
  };
}

/** A dispute on one line, such as "open | 2026-11-22 | Section 3 says no". */
export function disputeInWords({ status, day, reason }: DisputeNote): string {
  return [status, day, reason.replace(/\s+/g, " ")].join(" | ");
}

/** The way back; null for any other text. */
export function disputeOf(text: string): DisputeNote | null {
  const [, written, day = "", reason = ""] = /^([a-z-]+) \| (\d{4}-\d{2}-\d{2}) \| (\S.*)$/.exec(text.trim()) ?? [];
  const status = disputeStatuses.find((each) => each === written);
  return status === undefined ? null : { status, reason, day };
}

function isValid(name: string, value: string): boolean {
  switch (name) {
    case "difficulty":
      return /^(easy|medium|hard)$/.test(value);
    case "checked":
      return /^\d{4}-\d{2}-\d{2}$/.test(value);
    case "dispute":
      return disputeOf(value) !== null;
    case "select":
      return /^([1-9]|1\d|2[0-6])$/.test(value);
    case "columns":
      return value.split(" | ").length === 2;
    case "shuffle":
      return value === "false";
    case "kind":
      return questionKinds.some((kind) => kind === value);
    case "case":
    case "domain":
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
    case "origin":
      return /^(?:original|(?:adapted|imported)(?::| from) ?\S.*)$/.test(value);
    default:
      return name === "unit" && value.trim() !== "";
  }
}
