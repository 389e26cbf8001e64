import { keyUses } from "#lib/attempts/keys";
import type { Words } from "#lib/messages/words";

/** A part of the help for learners: its anchor on `/help`, its title, and its text as Markdown. */
export interface HelpSection {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
}

/** The anchors, in the order of the page. Other pages link to them. */
const ids = [
  "modes",
  "saving",
  "time",
  "answering",
  "scoring",
  "reviews",
  "readiness",
  "discussion",
  "notes",
  "keys",
  "account",
] as const;

/** An anchor of the help. */
export type HelpPart = (typeof ids)[number];

/** The help for learners. */
export function helpSections(t: Words): readonly HelpSection[] {
  return ids.map((id) => ({
    id,
    title: t(`help.title-${id}`),
    markdown: id === "keys" ? t("help.text-keys", { table: keyTable(t) }) : t(`help.text-${id}`),
  }));
}

function keyTable(t: Words): string {
  const rows = keyUses.map((use) => `| ${t(`keys.key-${use}`)} | ${t(`keys.use-${use}`)} |`);
  return [`| ${t("help.key")} | ${t("help.does")} |`, "| --- | --- |", ...rows].join("\n");
}
