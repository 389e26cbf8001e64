import { createHash } from "node:crypto";
import { extname } from "node:path";
import type { BankContent, BankMedia } from "#lib/bank/bank-content";
import { type CheckedBank, checkBank } from "#lib/content/check-bank";
import type { SourceFile } from "#lib/content/source";

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

/** Checks `files`, with images addressed by their hash, so that a changed image is a changed question. */
export function loadBank(files: readonly SourceFile[]): {
  readonly checked: CheckedBank;
  readonly content: BankContent;
} {
  const bytes = new Map(files.map((file) => [file.path, file.bytes]));
  const used = new Map<string, BankMedia>();
  const imageUrl = (path: string): string => {
    const media = toMedia(path, bytes.get(path) ?? new Uint8Array());
    used.set(media.hash, media);
    return `/media/${media.hash}`;
  };
  const checked = checkBank(files.filter(isContent), { imageUrl });
  return {
    checked,
    content: { exams: toBankExams(checked), media: [...used.values()], fingerprint: fingerprintOf(files) },
  };
}

function isContent(file: SourceFile): boolean {
  return file.path.endsWith(".md") || extname(file.path).toLowerCase() in mimes;
}

function toMedia(path: string, bytes: Uint8Array): BankMedia {
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { hash, mime: mimes[extname(path).toLowerCase()] ?? "application/octet-stream", bytes: new Uint8Array(bytes) };
}

function toBankExams(checked: CheckedBank): BankContent["exams"] {
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
    return [{ slug, title, definition: JSON.stringify(exam), contentHash, questions: rows }];
  });
}

/** Changes with any byte or name of any file, and with the release that renders them. */
export function fingerprintOf(files: readonly SourceFile[]): string {
  const hash = createHash("sha256").update("content-format-1");
  for (const file of files) hash.update(`\0${file.path}\0${file.bytes.length}\0`).update(file.bytes);
  return hash.digest("hex");
}
