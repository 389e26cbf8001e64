import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Surroundings } from "#lib/content/mend/mend-text";
import { surroundingsOf } from "#lib/content/mend/surroundings";
import type { ExamContext } from "#lib/content/parsed-question";
import { isImage } from "#lib/content/read/image-path";
import { sortFiles } from "#lib/content/read/sort-files";
import { anyText } from "#lib/content/read/source";
import { readExam } from "#lib/content/read-exam";
import { readContent } from "../read-content.ts";

/**
 * A content folder as an editor works on it. It is read once, and again where an exam.md or a case is saved; a keystroke
 * reads one file.
 */
export class OpenBank {
  readonly folder: string;
  private readonly contexts = new Map<string, ExamContext>();
  private readonly tags = new Map<string, readonly string[]>();

  constructor(folder: string) {
    this.folder = folder;
    this.readAgain();
  }

  /** Reads exams, cases and tags again. */
  readAgain(): void {
    this.contexts.clear();
    this.tags.clear();
    const files = readContent(this.folder, null);
    for (const entry of sortFiles(files).exams) this.contexts.set(entry.slug, readExam(entry, this.imageUrl).context);
    for (const { path, bytes } of files)
      if (path.endsWith(".md")) this.keepTags(path, anyText(bytes.subarray(0, 4096)));
  }

  /** The path of a file within the content folder; null for a file outside the content. */
  contentPath(path: string): string | null {
    const within = relative(this.folder, path).replaceAll("\\", "/");
    const isContent = within.includes("/") && !within.startsWith("../") && within.endsWith(".md");
    return isContent && !/(?:^|\/)readme\.md$/i.test(within) ? within : null;
  }

  surroundings(file: string, today: string): Surroundings {
    return surroundingsOf(file, { ...this.contextOf(file), today }, this.imageUrl);
  }

  contextOf(file: string): ExamContext {
    const slug = file.split("/")[0] ?? "";
    return this.contexts.get(slug) ?? { slug, domains: null, cases: new Map() };
  }

  /** Every tag of the exam that `file` is in, sorted. */
  tagsBeside(file: string): readonly string[] {
    const own = `${file.split("/")[0]}/`;
    return [...new Set([...this.tags].flatMap(([path, tags]) => (path.startsWith(own) ? tags : [])))].sort();
  }

  keepTags(file: string, text: string): void {
    const written = /^tags:[ \t]*\[([^\]\n]*)\]/m.exec(text)?.[1] ?? "";
    const tags = written.split(",").map((tag) => tag.trim().replace(/^["']|["']$/g, ""));
    this.tags.set(file, tags.filter(Boolean));
  }

  /** Paths, as `file` writes them, of the images in its folder and in the folders within. */
  imagesBeside(file: string): readonly string[] {
    const entries = readdirSync(dirname(join(this.folder, file)), { withFileTypes: true });
    const inside = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
    const names = (under: string) => readdirSync(join(dirname(join(this.folder, file)), under));
    return [
      ...entries.map(({ name }) => name),
      ...inside.flatMap(({ name }) => names(name).map((each) => `${name}/${each}`)),
    ]
      .filter(isImage)
      .map((path) => path.replaceAll(" ", "%20"));
  }

  private readonly imageUrl = (path: string): string | null => (existsSync(join(this.folder, path)) ? path : null);
}
