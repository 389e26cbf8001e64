import { shortText } from "#lib/exam/short-text";
import type { Words } from "#lib/messages/words";
import type { DiscussedQuestion } from "./read/list-discussed.ts";

const longestTitle = 120;

/** An Atom feed (RFC 4287) of questions under discussion: permanent addresses and counts. */
export function atomFeed(
  t: Words,
  exam: { readonly slug: string; readonly title: string; readonly language?: string | undefined },
  questions: readonly DiscussedQuestion[],
  siteUrl: string,
): string {
  const language = exam.language === undefined ? "" : ` xml:lang="${exam.language}"`;
  const path = `${siteUrl}/exams/${exam.slug}`;
  const updated = questions[0]?.lastCommentAt ?? new Date(0);
  const entries = questions.map(({ name, stemText, commentCount, lastCommentAt }) => {
    const address = `${path}/questions/${name}`;
    return `  <entry>
    <id>${escapeXml(address)}</id>
    <title${language}>${escapeXml(shortText(stemText, longestTitle))}</title>
    <link rel="alternate" type="text/html" href="${escapeXml(address)}"/>
    <updated>${lastCommentAt.toISOString()}</updated>
    <summary>${t("feed.comments", { count: commentCount })}</summary>
  </entry>
`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${t.locale}">
  <id>${escapeXml(`${path}/feed.xml`)}</id>
  <title>${escapeXml(t("feed.title", { exam: exam.title }))}</title>
  <author><name>Mockdown</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeXml(`${path}/feed.xml`)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(path)}"/>
  <updated>${updated.toISOString()}</updated>
${entries.join("")}</feed>
`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text for XML, without the control characters that XML cannot hold. */
function escapeXml(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "").replace(/[&<>"']/g, (c) => entities[c] ?? "");
}
