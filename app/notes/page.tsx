import type { Metadata } from "next";
import Link from "next/link";
import { NotesList } from "#components/notes-list";
import { Button } from "#components/ui/button";
import { searchNotes } from "#lib/attempts/notes";
import { listNotes } from "#lib/attempts/read/list-notes";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";

export const metadata: Metadata = { title: "Notes", robots: { index: false } };

const kinds = [
  ["all", "All"],
  ["notes", "Notes"],
  ["flagged", "Flagged"],
] as const;

type Props = { searchParams: Promise<{ q?: string; show?: string }> };

export default async function NotesPage({ searchParams }: Props) {
  const { q = "", show = "all" } = await searchParams;
  const search = typeof q === "string" ? q : "";
  const all = await listNotes(database(), await currentViewer());
  const found = searchNotes(all, search);
  const shown = found.filter(
    ({ note, isFlagged }) => (show !== "notes" || note !== "") && (show !== "flagged" || isFlagged),
  );
  return (
    <div className="max-w-3xl">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">Notes</h1>
        {all.length === 0 ? null : (
          <a
            href="/notes/export"
            download
            className="inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-4"
          >
            Export as Markdown
          </a>
        )}
      </div>
      {all.length === 0 ? (
        <p className="mt-4 text-muted">
          No notes yet. Write a note at a question, or flag it, and you’ll find it here.{" "}
          <Link href="/" prefetch={false} className="text-accent underline underline-offset-4">
            Choose an exam
          </Link>
        </p>
      ) : (
        <>
          <search>
            <form action="/notes" className="mt-5 flex flex-wrap gap-3">
              <input
                type="search"
                name="q"
                defaultValue={search}
                aria-label="Search your notes"
                placeholder="Search your notes"
                className="min-h-11 min-w-0 flex-1 rounded-lg border border-edge bg-sheet px-3"
              />
              {show === "all" ? null : <input type="hidden" name="show" value={show} />}
              <Button>Search</Button>
            </form>
          </search>
          <ul aria-label="Show" className="my-4 flex flex-wrap gap-2 text-sm">
            {kinds.map(([kind, label]) => (
              <li key={kind}>
                <Link
                  href={`/notes?${new URLSearchParams({ ...(search && { q: search }), ...(kind !== "all" && { show: kind }) })}`}
                  prefetch={false}
                  aria-current={kind === show ? "true" : undefined}
                  className="inline-flex min-h-11 items-center rounded-lg border border-edge px-4 aria-[current]:border-accent aria-[current]:bg-accent-soft"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
          <p role="status" className="mb-4 text-sm text-muted tabular-nums">
            {shown.length === 0 ? "Nothing found." : `${shown.length} ${shown.length === 1 ? "question" : "questions"}`}
          </p>
          <NotesList notes={shown} now={new Date()} />
        </>
      )}
    </div>
  );
}
