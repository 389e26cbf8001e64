import Link from "next/link";

/** Beside a verdict by the wording that was asked: it is not what the authors hold to be right now. */
export function NewKeyNote({ questionPath }: { questionPath: string }) {
  return (
    <p className="mt-3 rounded-lg bg-flag-soft px-4 py-2.5 text-sm text-flag">
      The authors have changed the correct answer since this attempt began. What stands here is of the question as it
      was asked;{" "}
      <Link href={questionPath} prefetch={false} className="underline underline-offset-4">
        its page
      </Link>{" "}
      shows what is right now.
    </p>
  );
}
