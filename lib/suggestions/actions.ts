"use server";

import { refresh } from "next/cache";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { keepUnsent } from "#lib/auth/unsent-form";
import { database } from "#lib/db/current";
import { unlessRefused } from "#lib/db/unless-refused";
import { recordEvent } from "#lib/events/record-event";
import { firstProblem } from "#lib/messages/form-problems";
import { commentText, decisionForm, suggestionForm, textProblems } from "./schema.ts";
import { type DecisionRefusal, decideSuggestion } from "./write/decide-suggestion.ts";
import { type CheckRefusal, checkSuggestion, isSendable, sendSuggestion } from "./write/send-suggestion.ts";
import { readWritten, untouched } from "./written.ts";

/** A sentence about one field of the form, or about the whole form. */
export interface SuggestionState {
  /** A key of the catalogue, in the room of suggestions; null while there is no message. */
  readonly said: SuggestionSaid | null;
  readonly problems: readonly { readonly isError: boolean; readonly message: string; readonly fix: string }[];
  readonly hunks: string | null;
  /** What was sent, to be shown again. */
  readonly texts: Readonly<Record<string, string>> | null;
  readonly correct: readonly string[];
  readonly removed: readonly string[];
  readonly comment: string;
  /** Changes with every reply, so that React remounts the form. */
  readonly round: number;
}

type Refusal = Extract<Awaited<ReturnType<typeof sendSuggestion>>, { readonly ok: false }>["error"] | CheckRefusal;
type TextProblem = (typeof textProblems)[number] | "not-understood";
export type SuggestionSaid = Refusal | TextProblem | "sent" | "checked" | "say-why" | "not-saved";

/** Checks or sends what a learner wrote: one form; its button says which. */
export async function suggestAction(before: SuggestionState, form: FormData): Promise<SuggestionState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const written = readWritten(form);
  const { texts, correct, removed, comment } = written;
  const sent = { ...written, round: before.round + 1 };
  const say = (said: SuggestionSaid, more: Partial<SuggestionState> = {}): SuggestionState => {
    return { said, problems: [], hunks: null, ...sent, ...more };
  };
  const viewer = await currentViewer();
  if (await keepUnsent(viewer, form, [...Object.values(texts ?? {}), comment], suggestAction.bind(null, untouched)))
    return say("sign-in-first");
  const parsed = suggestionForm.safeParse({
    exam: text("exam"),
    question: text("question"),
    base: text("base"),
    texts,
    correct,
    removed,
  });
  if (!parsed.success) return say(firstProblem(parsed.error, textProblems));
  const { exam: examSlug, question: questionName, base } = parsed.data;
  const request = {
    db: database(),
    viewer,
    place: { examSlug, questionName },
    base,
    submission: { texts: parsed.data.texts, correct: parsed.data.correct, removed: parsed.data.removed },
    now: new Date(),
  };
  const outcome = await unlessRefused(() => checkSuggestion(request));
  if (!outcome.ok) return say("not-saved");
  const checked = outcome.value;
  if (!checked.ok) return say(checked.error);
  const { problems, hunks } = checked.value;
  const shown = { hunks, problems: problems.map(toldProblem) };
  if (text("intent") !== "send") return say(isSendable(problems) ? "checked" : "not-sendable", shown);
  const why = commentText.safeParse(comment);
  if (comment.trim() === "") return say("say-why", shown);
  if (!why.success) return say(firstProblem(why.error, textProblems), shown);
  const saved = await unlessRefused(() => sendSuggestion({ ...request, checked: checked.value, comment: why.data }));
  if (!saved.ok) return say("not-saved", shown);
  if (!saved.value.ok) return say(saved.value.error, shown);
  return say("sent", { texts: null, correct: [], removed: [], comment: "" });
}

function toldProblem({ severity, message, fix }: { severity: string; message: string; fix: string }) {
  return { isError: severity === "error", message, fix };
}

export interface DecisionState {
  readonly said: DecisionRefusal | TextProblem | "decided" | null;
  readonly answer: string;
}

/** Accepts or declines a suggestion. */
export async function decideSuggestionAction(_: DecisionState, form: FormData): Promise<DecisionState> {
  const answer = String(form.get("answer") ?? "");
  const parsed = decisionForm.safeParse({ ...Object.fromEntries(form), answer });
  if (!parsed.success) return { said: firstProblem(parsed.error, textProblems), answer };
  const { suggestion: suggestionId, act } = parsed.data;
  const viewer = await currentViewer();
  const again = decideSuggestionAction.bind(null, { said: null, answer: "" });
  if ((await keepUnsent(viewer, form, [answer], again)) && viewer.member !== null) return { said: null, answer: "" };
  const request = { db: database(), viewer, suggestionId, act, answer: parsed.data.answer, now: new Date() };
  const decided = await decideSuggestion(request);
  const involved = { actor: viewer.member?.userId ?? null };
  if (!decided.ok && decided.error === "not-an-author")
    await recordEvent("access-refused", involved, { to: `${act}-suggestion`, cause: decided.error });
  if (!decided.ok) return { said: decided.error, answer };
  refresh();
  return { said: "decided", answer: "" };
}
