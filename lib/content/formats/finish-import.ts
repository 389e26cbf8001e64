import type { DraftOption, QuestionDraft } from "../draft.ts";
import { changeProse } from "./code-spans.ts";
import { type ForeignItem, type ForeignItems, titleOf } from "./foreign-item.ts";
import { withoutHtml } from "./html-to-markdown.ts";
import { type AssetSource, takeImages } from "./image-assets.ts";
import { lettersToReferences, namesOptions } from "./letters-to-references.ts";
import { plainHeadings } from "./plain-headings.ts";
import { type ImportedItem, type ImportInput, type ImportReport, makeImportReport, type SourceFile } from "./report.ts";
import { slugify, uniqueName } from "./slug.ts";
import { trimLineEnds } from "./tidy-lines.ts";

export const noExplanation = "The source gives no explanation.";

/** Judges what an importer found: drafts that our checker accepts, each with what was changed, or the reason why not. */
export function finishImport(found: ForeignItems, input: ImportInput): ImportReport {
  const taken = new Set(input.takenIds ?? []);
  const stems = new Map<string, string>();
  const source: AssetSource = {
    files: new Map(input.files.map((file) => [file.path, file.bytes])),
    readAsset: input.readAsset ?? (() => null),
  };
  const items = found.items.map((item): ImportedItem => {
    const reason = item.refusal ?? refusalOf(item.draft);
    if (reason !== null)
      return { status: "refused", place: item.place, title: item.title, notes: [...(item.notes ?? [])], reason };
    const finishing = new Finishing(item, source);
    const draft = finishing.draft(input);
    const stem = draft.stem.toLowerCase().replace(/\W+/g, " ").trim();
    const twin = stems.get(stem);
    if (twin !== undefined) finishing.note(`the stem is the same as at ${twin}`);
    else stems.set(stem, item.place);
    const id = uniqueName(idOf(item, draft), taken);
    const notes = [...new Set(finishing.notes)];
    return {
      status: notes.length === 0 ? "converted" : "noted",
      place: item.place,
      title: item.title || titleOf(draft.stem),
      notes,
      draft: { ...draft, id },
      assets: [...finishing.assets.values()],
    };
  });
  return makeImportReport(items, found.notices);
}

/** Longest question, in characters of all its texts; ours have at most 256 KiB. */
const longestItem = 100_000;

function lengthOf(value: unknown): number {
  if (typeof value === "string") return value.replace(/data:image\/[^\s)"]*/g, "").length;
  return typeof value === "object" && value !== null
    ? Object.values(value).reduce((sum: number, part) => sum + lengthOf(part), 0)
    : 0;
}

/** Why no question can be made of `draft`, or null. */
function refusalOf(draft: Partial<QuestionDraft>): string | null {
  const size = lengthOf(draft);
  if (size > longestItem) return `the question has ${size} characters; at most ${longestItem} are read`;
  if ((draft.stem ?? "").trim() === "") return "the question has no text";
  const options = draft.options ?? [];
  switch (kindOf(draft)) {
    case "single":
    case "multiple": {
      if (options.length === 0) return "no options were found";
      if (options.length === 1) return "there is only one option: nothing to choose from";
      if (options.length > 26) return `there are ${options.length} options; at most 26 have a letter`;
      const empty = options.findIndex((option) => option.text.trim() === "");
      if (empty >= 0) return `option ${empty + 1} has no text`;
      const texts = options.map((option) => option.text.trim().toLowerCase().replace(/\s+/g, " "));
      const twin = texts.findIndex((text, index) => texts.indexOf(text) !== index);
      if (twin >= 0) return `option ${twin + 1} says the same as option ${texts.indexOf(texts[twin] ?? "") + 1}`;
      return options.some((option) => option.correct) ? null : "no option is marked as right, and no key is stated";
    }
    case "ordering":
      if ((draft.steps?.filter((step) => step.trim() !== "").length ?? 0) < 2)
        return "there are fewer than two steps to put in order";
      return repeated(draft.steps ?? []) ? "two steps have the same text" : null;
    case "matching":
      if ((draft.pairs?.length ?? 0) < 2) return "there are fewer than two pairs to match";
      if (draft.pairs?.some((pair) => pair.some((text) => text.trim() === ""))) return "a pair has an empty side";
      return repeated(draft.pairs?.map(([, match]) => match) ?? [])
        ? "two pairs have the same match; here each match is used once"
        : null;
    case "numeric":
      return Number.isFinite(draft.numeric?.value) ? null : "no number is stated as the answer";
    case "text":
      return (draft.accepted?.length ?? 0) === 0 ? "no accepted answer is stated" : null;
  }
}

function repeated(texts: readonly string[]): boolean {
  return new Set(texts.map((text) => text.trim().toLowerCase())).size < texts.length;
}

function kindOf(draft: Partial<QuestionDraft>): QuestionDraft["kind"] {
  if (draft.kind !== undefined) return draft.kind;
  return (draft.options ?? []).filter((option) => option.correct).length > 1 ? "multiple" : "single";
}

function idOf(item: ForeignItem, draft: QuestionDraft): string {
  const own = item.draft.id ?? "";
  return slugify(own) === own && own !== "" ? own : slugify(firstWords(draft.stem));
}

/** The first paragraph without images, addresses and character references. */
function firstWords(stem: string): string {
  const plain = stem
    .replace(/!\[[^\][]*\]\([^()]*\)/g, "")
    .replace(/\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replace(/&#?\w+;/g, " ");
  return plain.split(/\n\s*\n|\n(?=```|~~~)/).find((part) => /[\p{L}\p{N}]/u.test(part)) ?? "";
}

class Finishing {
  readonly notes: string[];
  readonly assets = new Map<string, SourceFile>();
  private readonly item: ForeignItem;
  private readonly source: AssetSource;

  constructor(item: ForeignItem, source: AssetSource) {
    this.item = item;
    this.source = source;
    this.notes = [...(item.notes ?? [])];
  }

  note(text: string): void {
    this.notes.push(text);
  }

  draft(input: ImportInput): QuestionDraft {
    const given = this.item.draft;
    const kind = kindOf(given);
    const count = Math.max(given.options?.length ?? 0, given.steps?.length ?? 0, given.pairs?.length ?? 0);
    const stem = this.text(given.stem ?? "", "stem");
    const options = (given.options ?? []).map((option) => this.option(option, count));
    const explanation = this.prose(given.explanation ?? "", count);
    if (explanation === "") this.note("the source gives no explanation; the file says so: write one");
    const written = [stem, ...options.map((option) => option.text)].some((text) => count > 0 && namesOptions(text));
    if (written) this.note("the stem or an option names options by letter; their order is kept (shuffle: false)");
    const { domain, tags } = this.filing(input);
    return {
      id: "",
      kind,
      domain,
      difficulty: given.difficulty ?? null,
      tags,
      origin: given.origin ?? `imported: ${this.item.file}`.slice(0, 300),
      checked: given.checked ?? null,
      case: given.case ?? null,
      shuffle: written ? false : (given.shuffle ?? true),
      stem,
      options,
      select: this.select(given),
      steps: (given.steps ?? []).map((step) => this.text(step, "step")),
      columns: given.columns ?? (kind === "matching" ? ["Item", "Match"] : null),
      pairs: (given.pairs ?? []).map(([left, right]) => [this.text(left, "pair"), this.text(right, "pair")]),
      numeric: given.numeric ?? null,
      accepted: given.accepted ?? [],
      explanation: explanation === "" ? noExplanation : explanation,
      references: (given.references ?? []).map(({ title, url }) => ({
        title: title.replace(/\s+/g, " ").trim() || url,
        url,
      })),
    };
  }

  private option(option: DraftOption, count: number): DraftOption {
    return {
      ...option,
      text: this.withLead(this.text(option.text, "option")),
      note: option.note === null ? null : this.prose(option.note, count) || null,
    };
  }

  /** Fewer options to choose than are right would make a question that nobody can answer. */
  private select(given: Partial<QuestionDraft>): number | null {
    const select = given.select ?? null;
    const keys = (given.options ?? []).filter((option) => option.correct).length;
    if (select === null || (select >= keys && select <= (given.options?.length ?? 0))) return select;
    this.note(`not kept: ${select} to choose, where ${keys} of ${given.options?.length ?? 0} options are right`);
    return null;
  }

  /** A box must be followed by words, or Markdown takes a code block or list after it for something else. */
  private withLead(text: string): string {
    const formula = /^\$\$\s*([^$]+?)\s*\$\$$/.exec(text)?.[1];
    if (formula !== undefined) return `$${formula.replace(/\s+/g, " ")}$`;
    const lead = /^(?:```|~~~)/.test(text)
      ? "Code:"
      : /^(?:[-*+>]\s|\d+[.)]\s|\|)/.test(text)
        ? "The following:"
        : null;
    if (lead === null) return text;
    this.note(`an option begins with a block; the words "${lead}" were put before it`);
    return `${lead}\n\n${text}`;
  }

  /** An explanation or note: text in which letters mean options. */
  private prose(text: string, count: number): string {
    const converted = this.text(text, "explanation");
    const { text: referenced, notes } = lettersToReferences(converted, count);
    this.notes.push(...notes);
    return referenced;
  }

  private text(markdown: string, role: string): string {
    const html = withoutHtml(markdown);
    const headings = plainHeadings(html.markdown, role);
    const images = takeImages(headings.markdown, this.item.file, this.source, this.item.embedded);
    this.notes.push(...html.notes, ...headings.notes, ...images.notes);
    for (const asset of images.assets) this.assets.set(asset.path, asset);
    const braces = (prose: string) => prose.replace(/(?<!\\)\{(?=[A-Z]\})/g, "\\{");
    const text = role === "explanation" ? images.text : changeProse(images.text, braces);
    return trimLineEnds(text).trim();
  }

  /** The domain whose id or title is the source's category; another category becomes a tag. */
  private filing(input: ImportInput): { domain: string | null; tags: string[] } {
    const tags = new Set(
      (this.item.draft.tags ?? [])
        .map((tag) => tag.replace(/\s+/g, " ").trim().slice(0, 60))
        .filter((tag) => tag !== ""),
    );
    const { domains } = input.exam;
    const category = this.item.draft.domain ?? this.item.category ?? "";
    const numbered = /^(?:domain|section|chapter|module|part|topic|unit)\s*\d+\s*[:.)–-]\s*/i;
    const named = category.split("/").flatMap((part) => [slugify(part), slugify(part.trim().replace(numbered, ""))]);
    const domain = domains.findLast(
      ({ id, title }) => named.includes(id) || (title !== "" && named.includes(slugify(title))),
    );
    if (domain !== undefined) return { domain: domain.id, tags: this.fewTags(tags) };
    const only = domains.find(({ id }) => id === input.domain) ?? domains[0];
    if (category.trim() !== "") {
      const tag = category.replace(/\s+/g, " ").trim().slice(0, 60);
      tags.add(tag);
      this.note(`category "${category.trim()}" is no domain of the exam; it became a tag`);
    }
    if (domains.length > 1 && only !== undefined && only.id !== input.domain) {
      this.note(`the source names no domain of the exam; filed under ${only.id}, the first: move it where it belongs`);
    }
    return { domain: only?.id ?? null, tags: this.fewTags(tags) };
  }

  private fewTags(tags: ReadonlySet<string>): string[] {
    const all = [...tags];
    if (all.length > 20) this.note(`more than 20 tags; not kept: ${all.slice(20).join(", ")}`);
    return all.slice(0, 20);
  }
}
