import { dayWords } from "#lib/dates/day-words";
import { isNewer, type Stamp } from "#lib/exam/entries";
import { readFlag, readText } from "#lib/exam/json-columns";
import { type NoteLetter, noteLetters } from "#lib/exam/note-letters";
import type { PublicQuestion } from "#lib/exam/question";
import { itemSeed, optionOrder } from "#lib/exam/selection";
import type { Words } from "#lib/messages/words";

/** A stored note or flag: one change of one item. */
export interface NoteEntry extends Stamp {
  readonly questionId: string;
  /** The item that it was written for. */
  readonly item: string;
  readonly field: "note" | "flag";
  /** JSON. */
  readonly value: string;
  readonly madeAt: Date;
}

export interface FoldedNote {
  readonly questionId: string;
  readonly note: string;
  /** The item that the note was written for; null without a note. */
  readonly item: string | null;
  readonly isFlagged: boolean;
  /** When the newer of the two was made. */
  readonly madeAt: Date;
}

export interface OwnNote extends FoldedNote {
  /** What its letters named, where they may mean something else to its reader now. */
  readonly letters: readonly NoteLetter[];
}

/**
 * A learner's notes and flags by question, the newest first. A question may be asked in many attempts: for each field,
 * the item where it was last changed counts. Questions with neither are left out.
 */
export function foldNotes(entries: readonly NoteEntry[]): readonly FoldedNote[] {
  const newestOfItem = new Map<string, NoteEntry>();
  for (const entry of entries) {
    const key = `${entry.item} ${entry.field}`;
    const known = newestOfItem.get(key);
    if (known === undefined || isNewer(entry, known)) newestOfItem.set(key, entry);
  }
  const byQuestion = new Map<string, { note?: NoteEntry; flag?: NoteEntry }>();
  for (const entry of newestOfItem.values()) {
    const fields = byQuestion.get(entry.questionId) ?? {};
    if (entry.madeAt > (fields[entry.field]?.madeAt ?? new Date(0))) fields[entry.field] = entry;
    byQuestion.set(entry.questionId, fields);
  }
  const notes = [...byQuestion].map(([questionId, { note, flag }]) => ({
    questionId,
    note: note === undefined ? "" : readText(note.value).trim(),
    item: note?.item ?? null,
    isFlagged: flag !== undefined && readFlag(flag.value),
    madeAt: new Date(Math.max(note?.madeAt.getTime() ?? 0, flag?.madeAt.getTime() ?? 0)),
  }));
  return notes
    .filter(({ note, isFlagged }) => note !== "" || isFlagged)
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

/** The note with what its letters named in the item of the attempt with this `seed`, for a reader who sees `shownIn`. */
export function withLetters(
  note: FoldedNote,
  written: { readonly seed: string } | undefined,
  question: PublicQuestion | undefined,
  shownIn: readonly string[] | null,
): OwnNote {
  if (written === undefined || question === undefined) return { ...note, letters: [] };
  const typedIn = optionOrder(question, itemSeed(written.seed, note.questionId));
  return { ...note, letters: noteLetters(note.note, question, typedIn, shownIn) };
}

/** A note with the question it is about. */
export interface ListedNote extends OwnNote {
  readonly examTitle: string;
  readonly examLanguage: string | null;
  readonly stem: string;
  /** The question's own page. */
  readonly path: string;
}

/** The notes whose text, question or exam contains every word of `search`, ignoring case. */
export function searchNotes(notes: readonly ListedNote[], search: string): readonly ListedNote[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return notes.filter(({ examTitle, stem, note }) => {
    const text = `${examTitle} ${stem} ${note}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/**
 * The notes as a Markdown document: a section per exam, a heading per question, and each note below it as it was
 * written.
 */
export function notesMarkdown(t: Words, notes: readonly ListedNote[], baseUrl: string): string {
  const exams = [...new Set(notes.map(({ examTitle }) => examTitle))];
  const sections = exams.map((title) => {
    const own = notes.filter(({ examTitle }) => examTitle === title);
    return `## ${escaped(title)}\n\n${own.map((note) => oneNote(t, note, baseUrl)).join("\n")}`;
  });
  return `# ${t("notes.document")}\n\n${sections.join("\n")}`;
}

function oneNote(t: Words, { stem, note, letters, isFlagged, path, madeAt }: ListedNote, baseUrl: string): string {
  const date = dayWords(t, madeAt, new Date(0));
  const facts = `[${t("notes.open")}](${baseUrl}${path}) · ${date}${isFlagged ? ` · ${t("notes.flagged")}` : ""}`;
  const meant = letters.map(({ letter, text }) => `${letter}: ${escaped(text)}`).join(" · ");
  const legend = meant === "" ? "" : `\n${t("notes.letters")} ${meant}\n`;
  return `### ${escaped(stem)}\n\n${facts}\n${note === "" ? "" : `\n${note}\n`}${legend}`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}
