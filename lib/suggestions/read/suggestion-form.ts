import type { Viewer } from "#lib/auth/viewer";
import { anyText } from "#lib/content/read/source";
import type { Database } from "#lib/db/database";
import { fail, ok, type Result } from "#lib/exam/result";
import { editableQuestion } from "../editable-question.ts";
import { blobName } from "../git-patch.ts";
import { type ShownForm, shownForm } from "../shown-form.ts";
import { publishedSource, type SourceRefusal } from "./published-source.ts";

export interface SuggestionForm {
  /** The name of the file's state that the form is made from. */
  readonly base: string;
  readonly form: ShownForm;
}

/** The file of a question as a form, for somebody who was shown its key. */
export async function getSuggestionForm(
  db: Database,
  viewer: Viewer,
  place: { readonly examSlug: string; readonly questionName: string },
  now: Date,
): Promise<Result<SuggestionForm, SourceRefusal>> {
  const source = await publishedSource(db, viewer, place, now);
  if (!source.ok) return source;
  const { file, raw, order } = source.value;
  const question = editableQuestion(file, anyText(Buffer.from(raw)), order);
  return question === null ? fail("no-source") : ok({ base: blobName(raw), form: shownForm(question) });
}
