import { SingleQuestion } from "#components/question/single-question";
import { ButtonLink } from "#components/ui/button-link";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import type { QuestionPageView } from "#lib/attempts/read/question-page";
import { usualLength } from "#lib/attempts/study-length";

import { useWords } from "#words";

type TryOneProps = { exam: { slug: string; title: string }; name: string; view: QuestionPageView };

/** One question for a visitor to answer at once, and links to continue from it. */
export function TryOne({ exam, name, view }: TryOneProps) {
  const t = useWords();
  const { question, stamp, secret, first, isWithheld, retired } = view;
  return (
    <section aria-labelledby="try-one" className="mt-10 rounded-2xl border border-line bg-sheet p-5 sm:p-8">
      <h2 id="try-one" className="text-sm font-semibold text-muted">
        {t("home.tryOne", { exam: exam.title })}
      </h2>
      <div className="mt-4 max-w-3xl">
        <SingleQuestion
          examSlug={exam.slug}
          name={name}
          question={question}
          stamp={stamp}
          secret={secret}
          first={first}
          isWithheld={isWithheld}
          retired={retired}
        />
      </div>
      {secret === null ? null : (
        <div className="mt-8 flex flex-wrap gap-3 border-t border-line pt-6">
          <form action={startAttemptAction}>
            <input type="hidden" name="exam" value={exam.slug} />
            <input type="hidden" name="mode" value="study" />
            <input type="hidden" name="length" value={usualLength} />
            <StartButton look="primary" slowWords={t("start.waiting")}>
              {t("home.keepStudying")}
            </StartButton>
          </form>
          <ButtonLink href={`/exams/${exam.slug}/questions/${name}`}>{t("home.discussion")}</ButtonLink>
        </div>
      )}
    </section>
  );
}
