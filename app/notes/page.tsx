import type { Metadata } from "next";
import Link from "next/link";
import { FocusedNotice } from "#components/focused-notice";
import { NotesList } from "#components/notes-list";
import { PageSteps } from "#components/page-steps";
import { Button } from "#components/ui/button";
import { searchNotes } from "#lib/attempts/notes";
import { listNotes } from "#lib/attempts/read/list-notes";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { pageOf } from "#lib/exam/page-of";

import { currentWords } from "#lib/settings/read/current-words";
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("notes.title"), robots: { index: false } };
}

const kinds = ["all", "notes", "flagged"] as const;

type Props = { searchParams: Promise<{ q?: string; show?: string; page?: string }> };

/** Notes on one page. */
const pageSize = 20;

/** How many there are; after a search, which leads to a new page, it takes the focus. */
function Found({ isSearched, children }: { isSearched: boolean; children: string }) {
  const look = "mb-4 text-sm text-muted tabular-nums";
  return isSearched ? (
    <FocusedNotice id="found" className={look}>
      {children}
    </FocusedNotice>
  ) : (
    <p role="status" className={look}>
      {children}
    </p>
  );
}

export default async function NotesPage({ searchParams }: Props) {
  const [{ q = "", show = "all", page: number }, t] = await Promise.all([searchParams, currentWords()]);
  const search = typeof q === "string" ? q : "";
  const all = await listNotes(database(), await currentViewer());
  const found = searchNotes(all, search);
  const shown = found.filter(
    ({ note, isFlagged }) => (show !== "notes" || note !== "") && (show !== "flagged" || isFlagged),
  );
  const { items, page, pages } = pageOf(shown, number, pageSize);
  const addressOf = (fields: Readonly<Record<string, string>>) =>
    `/notes?${new URLSearchParams({ ...(search && { q: search }), ...fields })}`;
  return (
    <div className="max-w-3xl">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("notes.title")}</h1>
        {all.length === 0 ? null : (
          <a
            href="/notes/export"
            download
            className="inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-4"
          >
            {t("notes.export")}
          </a>
        )}
      </div>
      {all.length === 0 ? (
        <p className="mt-4 text-muted">
          {t.rich("notes.none", {
            link: (text) => (
              <Link href="/" prefetch={false} className="text-accent underline underline-offset-4">
                {text}
              </Link>
            ),
          })}
        </p>
      ) : (
        <>
          <search>
            <form action="/notes" className="mt-5 flex flex-wrap gap-3">
              <input
                type="search"
                name="q"
                defaultValue={search}
                aria-label={t("notes.search")}
                placeholder={t("notes.search")}
                className="min-h-11 min-w-0 flex-1 rounded-lg border border-edge bg-sheet px-3"
              />
              {show === "all" ? null : <input type="hidden" name="show" value={show} />}
              <Button>{t("notes.go")}</Button>
            </form>
          </search>
          <ul aria-label={t("notes.show")} className="my-4 flex flex-wrap gap-2 text-sm">
            {kinds.map((kind) => (
              <li key={kind}>
                <Link
                  href={addressOf(kind === "all" ? {} : { show: kind })}
                  prefetch={false}
                  aria-current={kind === show ? "true" : undefined}
                  className="inline-flex min-h-11 items-center rounded-lg border border-edge px-4 aria-[current]:border-accent aria-[current]:bg-accent-soft"
                >
                  {t(`notes.show-${kind}`)}
                </Link>
              </li>
            ))}
          </ul>
          <Found key={page} isSearched={search !== "" || number !== undefined}>
            {t("notes.found", { count: shown.length })}
          </Found>
          <NotesList notes={items} now={new Date()} />
          <PageSteps
            page={page}
            pages={pages}
            addressOf={(number) => addressOf({ ...(show !== "all" && { show }), page: `${number}` })}
          />
        </>
      )}
    </div>
  );
}
