import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link";
import { getQuestionPage } from "#lib/attempts/read/question-page";
import type { Viewer } from "#lib/auth/viewer";
import { database } from "#lib/db/current";
import type { WordKey } from "#lib/messages/words";
import { currentWords } from "#lib/settings/read/current-words";
import { MissingPage } from "../../../../missing-page.tsx";

interface Place {
  readonly examSlug: string;
  readonly questionName: string;
}

/**
 * The result of a page of a question that is not there for this viewer. As long as they have not answered the question, it
 * says that the page opens after an answer, whether or not there is anything to open.
 */
export async function afterAnswer(viewer: Viewer, place: Place, title: WordKey, now: Date): Promise<ReactNode> {
  const { examSlug, questionName } = place;
  const view = await getQuestionPage(database(), viewer, examSlug, questionName, now);
  if (view === null || view.retired || view.secret !== null) return <MissingPage />;
  const t = await currentWords();
  return (
    <MissingPage title={t(title)} text={t("missing.afterAnswer")}>
      <p className="mt-6">
        <ButtonLink href={`/exams/${examSlug}/questions/${questionName}`} look="primary">
          {t("missing.question")}
        </ButtonLink>
      </p>
    </MissingPage>
  );
}
