import { hash } from "node:crypto";
import { extname } from "node:path";
import type { BankContent, BankMedia, BankQuestion, QuestionSource } from "#lib/bank/bank-content";
import { type BankOptions, type CheckedBank, checkBank } from "#lib/content/check-bank";
import type { ParsedQuestion } from "#lib/content/parsed-question";
import type { Problem } from "#lib/content/problem";
import type { SourceFile } from "#lib/content/read/source";
import type { DisputeNote } from "#lib/exam/dispute";
import type { Manifest, ManifestEntry } from "./content-manifest.ts";
import { optimizeSooner } from "./optimize-sooner.ts";

/** Files that the app serves as images; any other file beside the questions does not count as an image. */
const mimes: Readonly<Record<string, string>> = {
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

export interface LoadedBank {
  readonly problems: readonly Problem[];
  /** Paths of the question files with errors; their questions are listed as unchanged. */
  readonly broken: ReadonlySet<string>;
  readonly content: BankContent;
  /** For the next sync. */
  readonly entries: Manifest["entries"];
}

/** Stores a text somewhere, and returns a function that reads it back. */
type Keep = (text: string) => () => string;

interface ExamRows {
  readonly questions: BankQuestion[];
  readonly unchanged: string[];
}

/**
 * Reads `files` for a sync. Images are addressed by their hash, so a changed image means a changed question. For files
 * that `previous` lists as unchanged, only the names are returned. Each question becomes its row at once, with its
 * texts where `keep` stores them: ten thousand parsed questions would fill the memory.
 */
export function loadBank(
  files: readonly SourceFile[],
  hashes: ReadonlyMap<string, string>,
  fingerprint: string,
  previous: Manifest | null,
  keep: Keep = (text) => () => text,
): LoadedBank {
  prepareFor(files);
  const media = mediaOf(files);
  const entries = new Map<string, ManifestEntry>();
  const exams = new Map<string, ExamRows>();
  const broken = new Set<string>();
  const remember: BankOptions["remember"] = (file, context, parse) => {
    const fileHash = hashes.get(file.path) ?? "";
    const [slug = ""] = file.path.split("/");
    const rows = exams.get(slug) ?? { questions: [], unchanged: [] };
    exams.set(slug, rows);
    const known = previous?.entries.get(file.path);
    if (known?.hash === fileHash && known.context === context) {
      entries.set(file.path, known);
      rows.unchanged.push(known.id);
      return { question: null, id: known.id, caseName: known.caseName, problems: [] };
    }
    const { question, id, caseName, problems } = parse();
    if (question !== null) {
      entries.set(file.path, { hash: fileHash, context, id: question.id, caseName, warnings: problems.length });
      rows.questions.push(new KeptQuestion(question, file, keep));
    } else {
      broken.add(file.path);
      rows.unchanged.push(id ?? file.path.replace(/^.*\/|\.md$/g, ""));
    }
    return { question: null, id, caseName, problems };
  };
  const imageUrl = (path: string) => `/media/${media.get(path)?.hash}`;
  const checked = checkBank(files, { imageUrl, remember, examRules: false });
  const bankExams = toBankExams(checked, exams);
  const isCompared = previous !== null && bankExams.some(({ unchanged }) => unchanged.length > 0);
  const basis = isCompared ? { basis: previous.fingerprint } : {};
  const content = { exams: bankExams, media: [...media.values()], fingerprint, ...basis };
  return { problems: checked.problems, broken, content, entries };
}

/** Every problem in `files`, and every question without errors. With `today` (YYYY-MM-DD), dates are checked too. */
export function checkContent(files: readonly SourceFile[], today?: string): CheckedBank {
  prepareFor(files);
  return checkBank(files, today === undefined ? {} : { today });
}

/** From this number of files on, it is worth changing V8's settings. */
const manyFiles = 1_000;

function prepareFor(files: readonly SourceFile[]): void {
  if (files.length >= manyFiles) optimizeSooner();
}

/** Every image, by its path. */
export function mediaOf(files: readonly SourceFile[]): ReadonlyMap<string, BankMedia> {
  const images = files.flatMap(({ path, bytes }) => {
    const mime = mimes[extname(path).toLowerCase()];
    if (mime === undefined) return [];
    return [[path, { hash: hash("sha256", bytes, "hex"), mime, bytes: new Uint8Array(bytes) }] as const];
  });
  return new Map(images);
}

function toBankExams(checked: CheckedBank, rows: ReadonlyMap<string, ExamRows>): BankContent["exams"] {
  return checked.exams.flatMap(({ exam }) => {
    if (exam === null) return [];
    const { slug, title, contentHash } = exam;
    const { questions = [], unchanged = [] } = rows.get(slug) ?? {};
    return [
      {
        slug,
        title,
        language: exam.language ?? null,
        definition: JSON.stringify(exam),
        contentHash,
        questions,
        unchanged,
      },
    ];
  });
}

/** A question's row, with its texts where `keep` has stored them. */
class KeptQuestion implements BankQuestion {
  readonly name: string;
  readonly domain: string;
  readonly difficulty: string | null;
  readonly tags: readonly string[];
  readonly contentHash: string;
  readonly dispute: DisputeNote | null;
  readonly source: QuestionSource;
  private readonly publicText: () => string;
  private readonly secretText: () => string;

  constructor(question: ParsedQuestion, file: SourceFile, keep: Keep) {
    const { id, domain, difficulty, tags, contentHash, dispute, publicPart, secretPart } = question;
    this.name = id;
    this.dispute = dispute;
    this.domain = domain;
    this.difficulty = difficulty;
    this.tags = tags;
    this.contentHash = contentHash;
    this.publicText = keep(publicPart);
    this.secretText = keep(secretPart);
    this.source = new KeptSource(file, keep);
  }

  get publicPart(): string {
    return this.publicText();
  }

  get secretPart(): string {
    return this.secretText();
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of a file as it is on disk, where `keep` has stored it. */
class KeptSource implements QuestionSource {
  readonly file: string;
  private readonly kept: () => string;

  constructor({ path, bytes }: SourceFile, keep: Keep) {
    this.file = path;
    this.kept = keep(decoder.decode(bytes));
  }

  get text(): string {
    return this.kept();
  }
}
