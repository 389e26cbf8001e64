import Link from "next/link";
import { useWords } from "#words";

/** Shown instead of a question that its learner has set aside for a mock exam. */
export function KeptBack() {
  const t = useWords();
  return (
    <>
      <h1 className="text-lg font-semibold">{t("keptForm.title")}</h1>
      <p className="mt-3 max-w-xl text-sm text-muted">
        {t.rich("keptForm.question", {
          link: (text) => (
            <Link href="/plan" prefetch={false} className="text-accent underline underline-offset-4">
              {text}
            </Link>
          ),
        })}
      </p>
    </>
  );
}
