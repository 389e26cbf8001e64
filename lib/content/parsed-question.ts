import type { DisputeNote } from "#lib/exam/dispute";
import type { Question, Scenario } from "#lib/exam/question";
import type { Place } from "./problem.ts";

/** What a question file needs to know about its exam. */
export interface ExamContext {
  readonly slug: string;
  /** Null if exam.md could not be read: then no domain is called unknown. */
  readonly domains: readonly string[] | null;
  /** The language of its texts, such as "de"; null or absent if exam.md does not say. */
  readonly language?: string | null;
  readonly cases: ReadonlyMap<string, Scenario>;
  /** Names of the cases that have errors: a question based on one is not to blame. */
  readonly brokenCases?: ReadonlySet<string>;
  /** Day (YYYY-MM-DD) with which `checked:` is compared; absent if the day of the check must not matter. */
  readonly today?: string;
}

export interface QuestionFile {
  /** Path from the content folder, with forward slashes. */
  readonly file: string;
  /** As `decodeSource` gives it. */
  readonly text: string;
  readonly exam: ExamContext;
  /** The address that the image at a path (from the content folder) is served at, or null when there is no such file. */
  readonly imageUrl: (path: string) => string | null;
}

export interface ParsedQuestion {
  readonly id: string;
  readonly file: string;
  readonly domain: string;
  readonly difficulty: "easy" | "medium" | "hard" | null;
  readonly tags: readonly string[];
  readonly origin: string | null;
  /** Day (YYYY-MM-DD) on which the references were last read. */
  readonly checked: string | null;
  readonly dispute: DisputeNote | null;
  readonly caseName: string | null;
  readonly question: Question;
  /** JSON of the question's two parts. */
  readonly publicPart: string;
  readonly secretPart: string;
  /** Sha-256 in hex of the public part and the secret: a new hash is a new revision. */
  readonly contentHash: string;
  /** Paths from the content folder of the images that the question shows. */
  readonly assets: readonly string[];
  /** Where the stem and the options begin, for problems that concern several files. */
  readonly places: { readonly stem: Place; readonly options: Place };
}
