import type { Metadata } from "next";
import { FocusSection } from "#components/focus-section";
import { GiveWords } from "#components/give-words";
import { SuggestionCard } from "#components/suggestions/suggestion-card";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { unsentFields } from "#lib/auth/unsent-form";
import { database } from "#lib/db/current";
import { contentPlace } from "#lib/env/content-place";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { type ListedSuggestion, listSuggestions } from "#lib/suggestions/read/list-suggestions";
import { refusedPage, staffMetadata } from "../../missing-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return staffMetadata("decide-suggestions", "suggestions.queue");
}

/** The edits that learners suggest: undecided ones first. */
export default async function SuggestionsPage() {
  const t = await currentWords();
  const viewer = await currentViewer();
  const now = new Date();
  const suggestions = await listSuggestions(database(), viewer, contentPlace(), now);
  if (suggestions === null) return refusedPage(viewer, "suggestions");
  const unsent = await unsentFields();
  const open = suggestions.filter(({ state }) => state === "open");
  const decided = suggestions.filter(({ state }) => state !== "open");
  return (
    <GiveWords words={await currentWordsOf("suggestions")}>
      <FocusSection labelledBy="suggestions">
        <h1 id="suggestions" className="font-serif text-3xl font-semibold tracking-tight">
          {t("suggestions.queue")}
        </h1>
        <p className="mt-3 max-w-3xl text-sm text-muted">{t("suggestions.queueLead")}</p>
        <h2 className="mt-8 text-xl font-semibold">{t("suggestions.waiting")}</h2>
        {open.length === 0 ? <p className="mt-3 text-sm text-muted">{t("suggestions.none")}</p> : null}
        <Cards suggestions={open} unsent={unsent} now={now} />
        {decided.length === 0 ? null : <h2 className="mt-12 text-xl font-semibold">{t("suggestions.decided")}</h2>}
        <Cards suggestions={decided} unsent={unsent} now={now} />
      </FocusSection>
    </GiveWords>
  );
}

type CardsProps = { suggestions: readonly ListedSuggestion[]; unsent: FormData | null; now: Date };

function Cards({ suggestions, unsent, now }: CardsProps) {
  return (
    <ol className="mt-4 grid gap-8">
      {suggestions.map((suggestion) => (
        <li key={suggestion.id} className="min-w-0">
          <SuggestionCard suggestion={suggestion} unsent={unsent} now={now} />
        </li>
      ))}
    </ol>
  );
}
