import Link from "next/link";
import type { ReactNode } from "react";
import { listText } from "#lib/dates/list-text";
import type { ShownSecret } from "#lib/exam/presentation";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

type ExplanationProps = {
  secret: ShownSecret;
  questionPath: string | null;
  /** Shown instead of a verdict that cannot be given. */
  heading?: string | undefined;
  /** A remark on the verdict. */
  children?: ReactNode;
};

/** The verdict, the reasons, and further reading. */
export function Explanation({ secret, questionPath, heading, children }: ExplanationProps) {
  const t = useWords();
  const tone = heading !== undefined ? "" : secret.correct ? "text-good" : "text-bad";
  return (
    <section className="explanation">
      <h2 data-verdict tabIndex={-1} className={`w-fit text-xl font-semibold ${tone}`}>
        {heading ?? verdictWords(t, secret)}
      </h2>
      {children}
      {isPartly(secret) ? (
        <p className="mt-1 text-sm text-muted">
          {t("question.share", { share: Math.round(secret.points * 100) / 100 })}
        </p>
      ) : null}
      <h3 className="mt-4 font-semibold">{t("question.explanation")}</h3>
      <div className="prose mt-2 max-w-2xl" dangerouslySetInnerHTML={{ __html: secret.explanationHtml }} />
      {secret.references.length === 0 ? null : <References references={secret.references} marks={secret.marks} />}
      {questionPath === null ? null : (
        <p className="mt-6 text-sm">
          <Link href={questionPath} prefetch={false} className="text-accent underline underline-offset-4">
            {t("question.open")}
          </Link>
        </p>
      )}
    </section>
  );
}

function isPartly({ correct, points }: ShownSecret): boolean {
  return !correct && points > 0;
}

/** The verdict on an answer, as a heading or in a list. */
export function verdictWords(t: Words, secret: ShownSecret): string {
  if (secret.correct) return t("question.correct");
  return t(isPartly(secret) ? "question.partlyCorrect" : "question.incorrect");
}

/** The verdict with the correct answer, for places where the options may be out of view. */
export function verdictLine(t: Words, secret: ShownSecret): string {
  const verdict = verdictWords(t, secret);
  const key = keyWords(t, secret);
  return secret.correct || key === null ? verdict : t("question.verdictAndKey", { verdict, key });
}

/** The correct answer as a sentence without its full stop; null if it is too long for one. */
export function keyWords(t: Words, { shortKey }: ShownSecret): string | null {
  if (shortKey === null) return null;
  if ("order" in shortKey) return t("question.theOrder", { order: listText(t, shortKey.order, "unit") });
  return t("question.theAnswer", { answer: listText(t, shortKey.answers) });
}

function References({ references, marks }: Pick<ShownSecret, "references" | "marks">) {
  const t = useWords();
  return (
    <>
      <h3 className="mt-6 font-semibold">{t("question.references")}</h3>
      <ul className="mt-2 grid gap-1.5" {...marks}>
        {references.map((reference) => (
          <li key={reference.url}>
            <a href={reference.url} rel="noopener" className="text-accent underline underline-offset-4">
              {reference.title}
            </a>{" "}
            <span className="text-sm text-muted">{new URL(reference.url).hostname}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
