import type { ExamOutline, ImportInput } from "../report.ts";
import type { ForeignItem } from "./foreign-item.ts";
import { slugify } from "./slug.ts";

interface Filing {
  readonly domain: string | null;
  readonly tags: string[];
}

const numbered = /^(?:domain|section|chapter|module|part|topic|unit)\s*\d+\s*[:.)–-]\s*/i;
const longestTag = 60;
const mostTags = 20;

/** The domain whose id or title is the source's category; another category becomes a tag. `note` hears of what changed. */
export function filingOf(item: ForeignItem, input: ImportInput, note: (text: string) => void): Filing {
  const tags = new Set((item.draft.tags ?? []).map((tag) => tagOf(tag, note)).filter((tag) => tag !== ""));
  const { domains } = input.exam;
  const category = item.draft.domain ?? item.category ?? "";
  const domain = domainNamed(category, domains);
  if (domain !== undefined) return { domain: domain.id, tags: fewTags(tags, note) };
  const only = domains.find(({ id }) => id === input.domain) ?? domains[0];
  if (category.trim() !== "") {
    tags.add(tagOf(category, note));
    note(`category "${category.trim()}" is not a domain of the exam; it became a tag`);
  }
  if (domains.length > 1 && only !== undefined && only.id !== input.domain)
    note(`the source names no domain of the exam; it was filed under the first, ${only.id}: move it where it belongs`);
  return { domain: only?.id ?? null, tags: fewTags(tags, note) };
}

function domainNamed(category: string, domains: ExamOutline["domains"]) {
  const named = category.split("/").flatMap((part) => [slugify(part), slugify(part.trim().replace(numbered, ""))]);
  return domains.findLast(({ id, title }) => named.includes(id) || (title !== "" && named.includes(slugify(title))));
}

function tagOf(words: string, note: (text: string) => void): string {
  const tag = words.replace(/\s+/g, " ").trim();
  if (tag.length > longestTag) note(`the tag "${tag.slice(0, 200)}" was cut to ${longestTag} characters`);
  return tag.slice(0, longestTag);
}

function fewTags(tags: ReadonlySet<string>, note: (text: string) => void): string[] {
  const all = [...tags];
  if (all.length > mostTags) note(`more than ${mostTags} tags; not kept: ${all.slice(mostTags).join(", ")}`);
  return all.slice(0, mostTags);
}
