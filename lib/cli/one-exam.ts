import type { SourceFile } from "#lib/content/read/source";
import { apportion } from "#lib/exam/selection";

/**
 * The files of a folder that is one exam, as if they lay in a folder named `slug`. A folder without an exam.md gets one that
 * follows from its questions.
 */
export function asOneExam(files: readonly SourceFile[], slug: string): readonly SourceFile[] {
  const own = files.some((file) => file.path === "exam.md")
    ? files
    : [...files, { path: "exam.md", bytes: new TextEncoder().encode(defaultExam(files, slug)) }];
  const moved = own.map((file) => ({ ...file, path: `${slug}/${file.path}` }));
  return moved.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The text of an exam.md for a folder of questions: every domain as often as it has questions. */
export function defaultExam(files: readonly SourceFile[], slug: string): string {
  const count = new Map<string, number>();
  for (const domain of files.filter(isQuestion).flatMap(domainOf)) count.set(domain, (count.get(domain) ?? 0) + 1);
  if (count.size === 0) count.set("general", 1);
  const domains = [...count].sort(([a], [b]) => (a < b ? -1 : 1));
  const each = domains.map(([, questions]) => questions);
  const weights = apportion(
    100,
    each,
    each.map(() => 100),
  );
  return `---
title: ${titled(slug)}
# Without these two, an exam draws all questions, and at most 50, and lasts 90 seconds for each.
# questions: 60
# minutes: 90
passing: 70
domains:
${domains.map(([id], i) => `  - { id: ${JSON.stringify(id)}, title: ${titled(id)}, weight: ${weights[i]} }`).join("\n")}
---
`;
}

function isQuestion({ path }: SourceFile): boolean {
  return path.endsWith(".md") && !/^cases\//.test(path) && !/(?:^|\/)(?:readme|exam)\.md$/i.test(path);
}

function domainOf({ bytes }: SourceFile): readonly string[] {
  const head = new TextDecoder().decode(bytes.subarray(0, 4096));
  const domain = /^domain\s*:\s*["']?([a-z0-9]+(?:-[a-z0-9]+)*)["']?\s*$/m.exec(head)?.[1];
  return domain === undefined ? [] : [domain];
}

/** "core-ml" as "Core ml". In quotes, because a name may look like a number. */
function titled(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return JSON.stringify(words.charAt(0).toUpperCase() + words.slice(1));
}
