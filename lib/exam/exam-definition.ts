import type { ScoringRule } from "./kinds/kind.ts";

export interface Domain {
  readonly id: string;
  readonly title: string;
  /** Percent; all of an exam add up to 100. */
  readonly weight: number;
}

/** A part of an exam that closes for good when it is left or its time is over. */
export interface Section {
  readonly title: string;
  readonly domains: readonly string[];
  readonly minutes: number;
}

/** How long a mock exam lasts: as long as its sections do, each of which closes by itself, or as its definition says. */
export function minutesOf({ minutes, sections }: Pick<ExamDefinition, "minutes" | "sections">): number {
  return sections.length === 0 ? minutes : sections.reduce((sum, section) => sum + section.minutes, 0);
}

/** What `exam.md` says. */
export interface ExamDefinition {
  readonly slug: string;
  readonly title: string;
  readonly code: string | null;
  /** Of its texts, as a tag such as "de" or "pt-BR"; absent where it does not say. */
  readonly language?: string;
  /** How many questions a mock exam draws. */
  readonly questions: number;
  readonly minutes: number;
  /** Cut score in percent. */
  readonly passing: number;
  readonly domains: readonly Domain[];
  readonly license: string | null;
  readonly scoring: ScoringRule;
  readonly sections: readonly Section[];
  readonly descriptionHtml: string;
}
