import Link from "next/link";
import { NoteLetters } from "#components/question/note-letters";
import { relativeAge } from "#lib/dates/relative-age";
import { languageMarks } from "#lib/exam/language-marks";
import { patchName } from "#lib/suggestions/patch-commands";
import type { ListedSuggestion } from "#lib/suggestions/read/list-suggestions";
import { useWords } from "#words";
import { ApplySteps } from "./apply-steps.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { Hunks } from "./hunks.tsx";

type SuggestionCardProps = {
  suggestion: ListedSuggestion;
  /** A form that its writer could not send, see lib/auth/unsent-form.ts. */
  unsent: FormData | null;
  now: Date;
};

/** A suggested edit with its difference and what to do about it. */
export function SuggestionCard({ suggestion, unsent, now }: SuggestionCardProps) {
  const t = useWords();
  const { id, state, question, questionPath, by, comment, letters, at, answer, wording, blob, hunks } = suggestion;
  return (
    <article aria-label={question} tabIndex={-1} className="min-w-0 rounded-xl border border-line bg-sheet p-5">
      <h3 className="font-semibold">
        <Link href={questionPath} prefetch={false} className="underline underline-offset-4">
          {question}
        </Link>
      </h3>
      <p className="mt-1 text-sm text-muted">{t("suggestions.by", { name: by, age: relativeAge(t, at, now) })}</p>
      <p className="mt-3 whitespace-pre-line wrap-anywhere">{comment}</p>
      <NoteLetters t={t} letters={letters} />
      <div className="mt-4 text-sm">
        {hunks === null ? (
          <p className="text-muted">{t("suggestions.withheld")}</p>
        ) : (
          <Hunks text={hunks} marks={languageMarks(suggestion.language)} />
        )}
      </div>
      <p className="mt-3 text-sm text-muted wrap-anywhere">
        {t("suggestions.madeFrom", { wording, blob: blob.slice(0, 12) })}
      </p>
      {suggestion.isOutdated ? <p className="mt-1 text-sm text-flag">{t("suggestions.outdated")}</p> : null}
      {state === "open" ? null : (
        <p className="mt-3 text-sm">
          <b>{t(`suggestions.state-${state as "accepted"}`)}</b> {answer}
        </p>
      )}
      {state !== "accepted" ? null : (
        <p className="mt-2 flex flex-wrap gap-x-6 text-sm">
          <a
            href={`/authoring/suggestions/${id}/patch`}
            download={patchName(id)}
            className="py-2 text-accent underline underline-offset-4"
          >
            {t("suggestions.download")}
          </a>
          {suggestion.editUrl === null ? null : (
            <a href={suggestion.editUrl} rel="noopener" className="py-2 text-accent underline underline-offset-4">
              {t("suggestions.edit")}
            </a>
          )}
        </p>
      )}
      {state === "accepted" ? <ApplySteps id={id} patch={suggestion.patch} /> : null}
      {state === "open" || state === "accepted" ? (
        <DecisionForm
          id={id}
          isAccepted={state === "accepted"}
          unsent={unsent?.get("suggestion") === id ? String(unsent.get("answer") ?? "") : ""}
        />
      ) : null}
    </article>
  );
}
