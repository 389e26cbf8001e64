"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useActionState, useEffect, useRef, useState } from "react";
import { AnswerChoice } from "#components/discussion/answer-choice";
import { Button } from "#components/ui/button";
import { commentAction } from "#lib/discussion/actions";
import { longestComment } from "#lib/discussion/longest-comment";
import { namesLetters } from "#lib/discussion/names-letters";
import type { OwnComment } from "#lib/discussion/read/get-own-comment";
import { useWords } from "#words";
import { draftKeyOf, hasOtherLetters, keepDraft, onForgotten, readDraft } from "./drafts.ts";
import { focusComment } from "./focus-comment.ts";

/** The options that a comment can support, in the writer's letters. */
export interface Choices {
  readonly isMultiple: boolean;
  readonly options: readonly { readonly id: string; readonly letter: string }[];
}

type CommentFormProps = {
  examSlug: string;
  questionName: string;
  /** The account that writes; nobody else sees its drafts. */
  writerId: string;
  requestId: string;
  choices: Choices | null;
  /** Option ids in the order of the writer's letters; empty where a comment can name none. */
  order: readonly string[];
  /** What was written here before its author had to sign in again, if they have no script. */
  unsent: OwnComment | null;
  parentId?: string;
  edited?: OwnComment & { readonly id: string };
  /** The page that shows the thread. */
  returnTo: string;
  cancelTo?: string;
};

/** Writes a comment. The text stays if it is refused, and on this device until it is posted. */
export function CommentForm(props: CommentFormProps) {
  const t = useWords();
  const { examSlug, questionName, writerId, requestId, choices, order, unsent, parentId, edited, returnTo, cancelTo } =
    props;
  const written = unsent ?? edited;
  const first = { markdown: written?.markdown ?? "", options: written?.optionIds ?? [], requestId };
  const [state, act, isPending] = useActionState(commentAction, {
    ...first,
    refusal: null,
    seconds: 0,
    previewHtml: null,
    done: null,
  });
  const draftKey = draftKeyOf(writerId, `${examSlug}/${questionName}/${edited?.id ?? parentId ?? ""}`);
  const area = useRef<HTMLTextAreaElement>(null);
  const router = useRouter();
  const isOpened = cancelTo !== undefined;
  const letters = order.join(" ");
  const [hasOldLetters, setOldLetters] = useState(edited?.hasOldLetters === true);
  // The address with the form open, and with the text, after signing in again.
  const back = `${returnTo}${edited ? `?edit=${edited.id}` : parentId ? `?reply=${parentId}` : ""}`;

  useEffect(() => {
    const kept = readDraft(draftKey);
    if (kept !== null && area.current !== null && area.current.value === area.current.defaultValue) {
      area.current.value = kept;
      if (hasOtherLetters(draftKey, letters)) setOldLetters(true);
    }
    return onForgotten(() => {
      if (area.current !== null) area.current.value = "";
    });
  }, [draftKey, letters]);

  useEffect(() => {
    if (state.done === null) return;
    keepDraft(draftKey, "");
    setOldLetters(false);
    const target = `comment-${state.done}`;
    focusComment(state.done);
    if (edited !== undefined) router.replace(returnTo, { scroll: false });
    else if (isOpened || document.getElementById(target) === null)
      router.replace(`${returnTo}?comment=${state.done}#${target}`, { scroll: false });
  }, [state.done, draftKey, edited, isOpened, returnTo, router]);

  return (
    <form action={act} key={state.requestId} className={`mt-4 grid max-w-2xl gap-2 ${isOpened ? "" : "composer"}`}>
      <input type="hidden" name="exam" value={examSlug} />
      <input type="hidden" name="question" value={questionName} />
      <input type="hidden" name="requestId" value={state.requestId} />
      <input type="hidden" name="order" value={letters} />
      {parentId === undefined ? null : <input type="hidden" name="parent" value={parentId} />}
      {edited === undefined ? null : <input type="hidden" name="edited" value={edited.id} />}
      {hasOldLetters ? <p className="text-sm text-flag">{t("thread.oldLetters")}</p> : null}
      <label className="grid gap-1.5 text-sm font-medium">
        {t("thread.comment")}
        <textarea
          ref={area}
          name="markdown"
          rows={4}
          // Lets the style see whether something was written.
          placeholder=" "
          required
          maxLength={longestComment}
          // biome-ignore lint/a11y/noAutofocus: the reader has just asked for this form
          autoFocus={isOpened}
          defaultValue={state.markdown}
          onInput={(event) => keepDraft(draftKey, event.currentTarget.value, letters)}
          className="rounded-lg border border-edge bg-sheet p-3 text-base font-normal"
        />
      </label>
      {choices === null ? null : (
        // Rendered again with what was sent: React's reset of a form forgets what a select showed.
        <AnswerChoice key={state.options.join(" ")} choices={choices} chosen={state.options} />
      )}
      <p role="alert" className="text-sm text-bad empty:hidden">
        {state.refusal === null
          ? null
          : t.rich(`thread.refused-${state.refusal}`, {
              seconds: state.seconds,
              most: longestComment,
              link: (text) => (
                <a href={`/sign-in?returnTo=${encodeURIComponent(back)}`} className="underline underline-offset-4">
                  {text}
                </a>
              ),
            })}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button name="intent" value="save" look="primary" aria-disabled={isPending}>
          {t(edited === undefined ? "thread.post" : "thread.save")}
        </Button>
        <Button name="intent" value="preview" aria-disabled={isPending}>
          {t("thread.preview")}
        </Button>
        {cancelTo === undefined ? null : (
          <Link
            href={cancelTo}
            prefetch={false}
            scroll={false}
            className="py-3 text-sm text-muted underline underline-offset-4"
          >
            {t("thread.cancel")}
          </Link>
        )}
        <span className="composer-hint text-sm text-muted">{t("thread.hint")}</span>
      </div>
      {state.previewHtml === null ? null : (
        <section
          aria-label={t("thread.preview")}
          className="comment-preview rounded-lg border border-dashed border-line p-3"
        >
          <div className="prose" dangerouslySetInnerHTML={{ __html: state.previewHtml }} />
          {namesLetters(state.previewHtml) ? (
            <p className="mt-2 text-sm text-muted">{t("thread.previewLetters")}</p>
          ) : null}
        </section>
      )}
      <p role="status" className="text-sm text-good empty:hidden">
        {state.done === null ? null : t(edited === undefined ? "thread.posted" : "thread.saved")}
      </p>
    </form>
  );
}
