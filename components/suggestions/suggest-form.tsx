"use client";

import Link from "next/link";
import { useActionState, useEffect, useRef } from "react";
import { signInBeside } from "#components/account/sign-in-beside";
import { Button } from "#components/ui/button";
import type { LanguageMarks } from "#lib/exam/language-marks";
import { type SuggestionState, suggestAction } from "#lib/suggestions/actions";
import type { ShownForm } from "#lib/suggestions/shown-form";
import { untouched, type Written } from "#lib/suggestions/written";
import { useWords } from "#words";
import { Hunks } from "./hunks.tsx";
import { QuestionFields } from "./question-fields.tsx";
import { TextField } from "./text-field.tsx";

type SuggestFormProps = {
  examSlug: string;
  name: string;
  /** Of the language of the question. */
  marks: LanguageMarks;
  base: string;
  form: ShownForm;
  /** What was written here before its author had to sign in again, if they have no script. */
  unsent: Written | null;
};

/** The question as in its file, to be edited, checked and sent. The text stays until it is sent. */
export function SuggestForm({ examSlug, name, marks, base, form, unsent }: SuggestFormProps) {
  const t = useWords();
  const [state, act, isPending] = useActionState(suggestAction, { ...untouched, ...unsent });
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.round > 0) said.current?.focus();
  }, [state.round]);
  const path = `/exams/${examSlug}/questions/${name}`;
  if (state.said === "sent")
    return (
      <div ref={said} tabIndex={-1} role="status" className="mt-6">
        <p className="text-good">{t("suggestions.said-sent")}</p>
        <p className="mt-4 text-sm">
          <Link href={path} prefetch={false} className="underline underline-offset-4">
            {t("suggestions.back")}
          </Link>
        </p>
      </div>
    );
  return (
    // Rendered again with what was sent: React's reset of a form would show the file again.
    <form action={act} key={state.round} className="mt-3 grid grid-cols-1 gap-6">
      <div>
        <p className="max-w-3xl">{t("suggestions.lead")}</p>
        <p className="mt-2 text-sm text-muted">{t("suggestions.letters")}</p>
      </div>
      <input type="hidden" name="exam" value={examSlug} />
      <input type="hidden" name="question" value={name} />
      <input type="hidden" name="base" value={base} />
      <QuestionFields form={form} marks={marks} texts={state.texts} correct={state.correct} removed={state.removed} />
      <TextField
        label={t("suggestions.comment")}
        name="comment"
        text={state.comment}
        hint={t("suggestions.commentHint")}
        rows={2}
        isMono={false}
      />
      <div ref={said} tabIndex={-1} className="grid grid-cols-1 gap-4 outline-none">
        <Outcome state={state} marks={marks} />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button name="intent" value="check" aria-disabled={isPending}>
          {t("suggestions.check")}
        </Button>
        <Button name="intent" value="send" look="primary" aria-disabled={isPending}>
          {t("suggestions.send")}
        </Button>
      </div>
    </form>
  );
}

/** The server's reply, the checker's problems, and what would change. */
function Outcome({ state: { said, problems, hunks }, marks }: { state: SuggestionState; marks: LanguageMarks }) {
  const t = useWords();
  if (said === null) return null;
  return (
    <>
      <p role="alert" className={said === "checked" ? "text-good" : "text-bad"}>
        {t.rich(`suggestions.said-${said}`, { link: signInBeside })}
      </p>
      {problems.length === 0 ? null : (
        <section aria-label={t("suggestions.problems", { count: problems.length })}>
          <h2 className="font-semibold">{t("suggestions.problems", { count: problems.length })}</h2>
          {/* The checker speaks English. */}
          <ul lang="en" dir="ltr" className="mt-2 grid gap-2 text-sm wrap-anywhere">
            {problems.map(({ isError, message, fix }) => (
              <li key={message} className={isError ? "text-bad" : "text-flag"}>
                {t("suggestions.problem", { message, fix })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {hunks === null ? null : <Hunks text={hunks} marks={marks} hint={t("suggestions.fileLetters")} />}
    </>
  );
}
