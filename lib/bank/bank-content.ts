import type { DisputeNote } from "#lib/exam/dispute";

/** What a content folder holds, checked and rendered: what a sync makes the database show. */
export interface BankContent {
  readonly exams: readonly BankExam[];
  readonly media: readonly BankMedia[];
  /** Hash over all files: equal if nothing changed. */
  readonly fingerprint: string;
  /** Fingerprint of the bank that the `unchanged` names were compared with; absent when there are none. */
  readonly basis?: string;
}

export interface BankExam {
  readonly slug: string;
  readonly title: string;
  /** Language of its texts, such as "de"; null or absent if its exam.md does not say. */
  readonly language?: string | null;
  /** JSON of an `ExamDefinition`. */
  readonly definition: string;
  readonly contentHash: string;
  readonly questions: readonly BankQuestion[];
  /** Names of further questions of this exam, which have not changed since the database was synced. */
  readonly unchanged: readonly string[];
}

export interface BankQuestion {
  /** The question's id in its files, unique within the exam. */
  readonly name: string;
  readonly domain: string;
  readonly difficulty: string | null;
  readonly tags: readonly string[];
  readonly contentHash: string;
  /** What its file says about a dispute of its key; absent if it says nothing. */
  readonly dispute?: DisputeNote | null;
  /** The file it was read from, if that is to be stored. */
  readonly source?: QuestionSource;
  /** JSON of a `PublicQuestion` and of a `Secret`. Each read may fetch it from where it is stored. */
  readonly publicPart: string;
  readonly secretPart: string;
}

export interface QuestionSource {
  /** Path from the content folder, with forward slashes. */
  readonly file: string;
  /** With its byte order mark and its line endings. Each read may fetch it from where it is stored. */
  readonly text: string;
}

export interface BankMedia {
  readonly hash: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
