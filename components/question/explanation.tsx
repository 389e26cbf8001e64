import Link from "next/link";
import type { ReactNode } from "react";
import type { ShownSecret } from "#lib/exam/presentation";

type ExplanationProps = {
  secret: ShownSecret;
  questionPath: string | null;
  /** In the place of a verdict that cannot be given. */
  heading?: string | undefined;
  /** What is to be known about the verdict. */
  children?: ReactNode;
};

/** The verdict, why, and where to read on. */
export function Explanation({ secret, questionPath, heading, children }: ExplanationProps) {
  const tone = heading !== undefined ? "" : secret.correct ? "text-good" : "text-bad";
  return (
    <section className="explanation">
      <h2 data-verdict tabIndex={-1} className={`w-fit text-xl font-semibold ${tone}`}>
        {heading ?? verdictWords(secret)}
      </h2>
      {children}
      {isPartly(secret) ? (
        <p className="mt-1 text-sm text-muted">{Math.round(secret.points * 100)}% of the points.</p>
      ) : null}
      <h3 className="mt-4 font-semibold">Explanation</h3>
      <div className="prose mt-2 max-w-2xl" dangerouslySetInnerHTML={{ __html: secret.explanationHtml }} />
      {secret.references.length === 0 ? null : <References references={secret.references} />}
      {questionPath === null ? null : (
        <p className="mt-6 text-sm">
          <Link href={questionPath} prefetch={false} className="text-accent underline underline-offset-4">
            Open this question
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
export function verdictWords(secret: ShownSecret): string {
  if (secret.correct) return "Correct";
  return isPartly(secret) ? "Partly correct" : "Incorrect";
}

/** The verdict with the right answer, for where the options may be out of view. */
export function verdictLine(secret: ShownSecret): string {
  const words = verdictWords(secret);
  return secret.correct || secret.keyWords === null ? words : `${words}. ${secret.keyWords}`;
}

function References({ references }: { references: ShownSecret["references"] }) {
  return (
    <>
      <h3 className="mt-6 font-semibold">References</h3>
      <ul className="mt-2 grid gap-1.5">
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
