import { createHash } from "node:crypto";
import { extname } from "node:path";
import type { BankContent, BankMedia } from "#lib/bank/bank-content";
import { type BankOptions, type CheckedBank, checkBank } from "#lib/content/check-bank";
import type { SourceFile } from "#lib/content/source";
import type { Manifest, ManifestEntry } from "./content-manifest.ts";

/** What the app serves as an image; anything else beside the questions is not an image to it. */
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
  readonly checked: CheckedBank;
  readonly content: BankContent;
  /** For the next time. */
  readonly entries: Manifest["entries"];
}

/**
 * Checks `files`, with images addressed by their hash, so that a changed image is a changed question. Of files that
 * `previous` knows unchanged only the names are given.
 */
export function loadBank(
  files: readonly SourceFile[],
  sync?: {
    readonly hashes: ReadonlyMap<string, string>;
    readonly fingerprint: string;
    readonly previous: Manifest | null;
  },
): LoadedBank {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const used = new Map<string, BankMedia>();
  const imageUrl = (path: string): string => {
    const known = used.get(path) ?? toMedia(path, byPath.get(path)?.bytes ?? new Uint8Array());
    used.set(path, known);
    return `/media/${known.hash}`;
  };
  const entries: Record<string, ManifestEntry> = {};
  const unchanged = new Map<string, string[]>();
  const remember: BankOptions["remember"] = (file, context, parse) => {
    const fileHash = sync?.hashes.get(file.path) ?? "";
    const known = sync?.previous?.entries[file.path];
    if (known?.hash === fileHash && known.context === context) {
      entries[file.path] = known;
      const [slug = ""] = file.path.split("/");
      const names = unchanged.get(slug) ?? [];
      unchanged.set(slug, names);
      names.push(known.id);
      return { question: null, id: known.id, caseName: known.caseName, problems: [] };
    }
    const parsed = parse();
    const { id, caseName, problems } = parsed;
    if (parsed.question !== null)
      entries[file.path] = { hash: fileHash, context, id: id as string, caseName, warnings: problems.length };
    return parsed;
  };
  const checked = checkBank(files.filter(isContent), { imageUrl, ...(sync ? { remember, examRules: false } : {}) });
  const exams = toBankExams(checked, unchanged);
  const media = [...new Map([...used.values()].map((each) => [each.hash, each])).values()];
  return { checked, content: { exams, media, fingerprint: sync?.fingerprint ?? "" }, entries };
}

function isContent(file: SourceFile): boolean {
  return file.path.endsWith(".md") || extname(file.path).toLowerCase() in mimes;
}

function toMedia(path: string, bytes: Uint8Array): BankMedia {
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { hash, mime: mimes[extname(path).toLowerCase()] ?? "application/octet-stream", bytes: new Uint8Array(bytes) };
}

function toBankExams(checked: CheckedBank, unchanged: ReadonlyMap<string, readonly string[]>): BankContent["exams"] {
  return checked.exams.flatMap(({ exam, questions }) => {
    if (exam === null) return [];
    const { slug, title, contentHash } = exam;
    const rows = questions.map((question) => ({
      name: question.id,
      domain: question.domain,
      difficulty: question.difficulty,
      tags: question.tags,
      contentHash: question.contentHash,
      publicPart: JSON.stringify(question.question.public),
      secretPart: JSON.stringify(question.question.secret),
    }));
    return [
      {
        slug,
        title,
        definition: JSON.stringify(exam),
        contentHash,
        questions: rows,
        unchanged: unchanged.get(slug) ?? [],
      },
    ];
  });
}
