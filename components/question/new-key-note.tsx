import Link from "next/link";
import { useWords } from "#words";

/** Shown beside a verdict on an earlier wording, if the authors now consider another answer correct. */
export function NewKeyNote({ questionPath }: { questionPath: string }) {
  const t = useWords();
  return (
    <p className="mt-3 rounded-lg bg-flag-soft px-4 py-2.5 text-sm text-flag">
      {t.rich("question.newKey", {
        page: (text) => (
          <Link href={questionPath} prefetch={false} className="underline underline-offset-4">
            {text}
          </Link>
        ),
      })}
    </p>
  );
}
