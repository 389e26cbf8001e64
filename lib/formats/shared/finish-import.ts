import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import type { TakenLetters } from "#lib/content/letters/taken-letters";
import { matchTexts } from "#lib/content/matches";
import { statedCount } from "#lib/content/read/stated-count";
import { changeProse } from "#lib/markdown/code-spans";
import { escapeMoney } from "#lib/markdown/escape-money";
import { escapeLead } from "../markup/escape-markdown.ts";
import type { Converted } from "../markup/hast-to-markdown.ts";
import { withoutHtml } from "../markup/html-to-markdown.ts";
import { plainHeadings } from "../markup/plain-headings.ts";
import { plainLinks } from "../markup/plain-links.ts";
import { trimLineEnds } from "../markup/tidy-lines.ts";
import {
  type ImportedItem,
  type ImportInput,
  type ImportReport,
  makeImportReport,
  type SourceFile,
} from "../report.ts";
import { splitCaseText } from "./case-text.ts";
import { kindOf, refusalOf } from "./draft-refusal.ts";
import { filingOf } from "./filing.ts";
import { type ForeignItem, type ForeignItems, titleOf } from "./foreign-item.ts";
import { type AssetSource, takeImages } from "./image-assets.ts";
import { withoutLabels } from "./labelled-options.ts";
import { lettersToReferences, takenIn } from "./letters-to-references.ts";
import { proofRead } from "./proof-read.ts";
import { slugify, uniqueName } from "./slug.ts";

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
    if (reason !== null) return refused(item, reason);
    const finishing = new Finishing(item, source);
    const drawn = finishing.draft(input);
    const proof = proofRead(drawn, input.exam);
    const draft = proof.namesOptions ? { ...drawn, shuffle: false } : drawn;
    if (proof.namesOptions) finishing.note(inOrder);
    const stem = draft.stem.toLowerCase().replace(/\W+/g, " ").trim();
    const twin = stems.get(stem);
    const wrong = refusalOf(draft) ?? proof.refusal;
    if (wrong !== null) return refused(item, wrong);
    if (twin !== undefined) finishing.note(`the stem is the same as at ${twin}`);
    else stems.set(stem, item.place);
    const id = uniqueName(idOf(item, draft), taken);
    const notes = [...new Set(finishing.notes)];
    return {
      status: notes.length === 0 ? "converted" : "noted",
      place: item.place,
      title: item.title || titleOf(draft.stem),
      from: item.file.split("/").at(-1) ?? item.file,
      sourceId: item.draft.id || null,
      notes,
      draft: { ...draft, id },
      assets: [...finishing.assets.values()],
    };
  });
  return makeImportReport(items, found.notices);
}

const inOrder = "the stem or an option names options by letter; their order is kept (shuffle: false)";

/** What an item that stays out would have lost says nothing; other notes help to find what is wrong with it. */
function refused({ place, title, notes = [] }: ForeignItem, reason: string): ImportedItem {
  return { status: "refused", place, title, notes: notes.filter((note) => !note.startsWith("not kept:")), reason };
}

function idOf(item: ForeignItem, draft: QuestionDraft): string {
  const own = item.draft.id ?? "";
  // As long as an id may be, so that what we exported keeps its own.
  return own !== "" && slugify(own, 100) === own ? own : slugify(firstWords(draft.stem));
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
    const count = Math.max(given.options?.length ?? 0, given.steps?.length ?? 0, matchTexts(given.pairs ?? []).length);
    const scenario = this.scenario(given.case ?? null, input);
    // Of a case that the exam has, the text stands in its own file.
    const asked = scenario === null ? (given.stem ?? "") : splitCaseText(given.stem ?? "").stem;
    const stem = this.withoutHeadword(this.text(asked, "stem"));
    const unnoted = this.withoutLabels((given.options ?? []).map((option) => this.option(option)));
    const taken = takenIn(
      stem,
      unnoted.map(({ text }) => text),
    );
    const options = unnoted.map((option) => ({
      ...option,
      note: option.note === null ? null : this.prose(option.note, count, taken) || null,
    }));
    const explanation = this.prose(given.explanation ?? "", count, taken);
    if (explanation === "") this.note("the source gives no explanation; the file says so: write one");
    this.tellCount(stem, given);
    const { domain, tags } = filingOf(this.item, input, (note) => this.note(note));
    return {
      id: "",
      kind,
      domain,
      difficulty: given.difficulty ?? null,
      tags,
      origin: given.origin ?? `imported: ${this.item.file}`.slice(0, 300),
      checked: given.checked ?? null,
      case: scenario,
      shuffle: given.shuffle ?? true,
      stem,
      options,
      select: this.select(given),
      steps: (given.steps ?? []).map((step) => this.text(step, "step")),
      columns: given.columns ?? (kind === "matching" ? ["Item", "Match"] : null),
      pairs: (given.pairs ?? []).map(([left, right]) => [this.text(left, "pair"), this.text(right, "pair")]),
      numeric: given.numeric ?? null,
      accepted: given.accepted ?? [],
      cloze: this.text(given.cloze ?? "", "stem"),
      explanation: explanation === "" ? noExplanation : explanation,
      references: (given.references ?? []).map(({ title, url }) => ({
        title: title.replace(/\s+/g, " ").trim() || url,
        url,
      })),
      ...(given.dispute === undefined ? {} : { dispute: given.dispute }),
    };
  }

  private tellCount(stem: string, { options = [], select = null }: Partial<QuestionDraft>): void {
    const stated = options.length > 0 ? statedCount(stem) : null;
    const keys = options.filter(({ correct }) => correct).length;
    if (stated !== null && stated !== (select ?? keys))
      this.note(
        `the question says that ${stated} are to be chosen; ${keys} ${keys === 1 ? "is" : "are"} marked as right`,
      );
  }

  private scenario(name: string | null, { caseNames }: ImportInput): string | null {
    if (name === null || caseNames === undefined || caseNames.includes(name)) return name;
    this.note(`not kept: case ${name}, which the exam does not have`);
    return null;
  }

  private option(option: DraftOption): DraftOption {
    return {
      ...option,
      // "[x] on" after a box would be another one.
      text: this.withLead(this.text(option.text, "option").replace(/^\[(?=[ xX]?\](?:\s|$))/, "\\[")),
    };
  }

  /** "Q3." or "Question:" before a stem says nothing, and "Q:" would be taken for a letter. */
  private withoutHeadword(stem: string): string {
    const headword = /^(?:\*\*|__)?q(?:uestion)?\s*(?:\d+\s*\\?[.:)]|:)(?:\*\*|__)?\s+(?=\S)/i.exec(stem)?.[0];
    if (headword === undefined) return stem;
    this.note(`"${headword.replace(/[\\*_]/g, "").trim()}" before the question was removed`);
    return stem.slice(headword.length);
  }

  private withoutLabels(options: readonly DraftOption[]): readonly DraftOption[] {
    const bare = withoutLabels(options);
    if (bare === null) return options;
    this.note("the letters or numbers before the options in the source were removed");
    return bare.map((option) => ({ ...option, text: this.withLead(option.text) }));
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
    if (!text.includes("\n")) return text.replace(/^(\d*)(?=[-*+>.)|])/, "$1\\");
    this.note(`an option begins with a block; the words "${lead}" were put before it`);
    return `${lead}\n\n${text}`;
  }

  /** An explanation or note: text in which letters mean options. */
  private prose(text: string, count: number, taken: TakenLetters): string {
    const converted = this.text(text, "explanation");
    const { text: referenced, notes } = lettersToReferences(converted, count, taken);
    this.notes.push(...notes);
    return referenced;
  }

  private text(markdown: string, role: string): string {
    const isLabel = /^(?:option|step|pair)$/.test(role);
    const written = this.item.isMarkdown === true ? escapeMoney(isLabel ? escapeLead(markdown) : markdown) : markdown;
    const html = this.withoutHtml(written, role);
    const headings = plainHeadings(html.markdown, role);
    const links = plainLinks(headings.markdown);
    const images = takeImages(links.markdown, this.item.file, this.source, this.item.embedded);
    this.notes.push(...html.notes, ...headings.notes, ...links.notes, ...images.notes);
    for (const asset of images.assets) this.assets.set(asset.path, asset);
    const braces = (prose: string) => prose.replace(/(?<!\\)\{(?=[A-Z]\})/g, "\\{");
    const text = role === "explanation" ? images.text : changeProse(images.text, braces);
    return trimLineEnds(text).trim();
  }

  /** An option that is nothing but a tag is about that tag. */
  private withoutHtml(markdown: string, role: string): Converted {
    const html = withoutHtml(markdown);
    const isLost = html.markdown.trim() === "" && /^(?:option|step|pair)$/.test(role);
    return isLost ? { markdown: markdown.replaceAll("<", "\\<"), notes: [] } : html;
  }
}
