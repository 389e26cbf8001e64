import Link from "next/link";

/** The way from an exam to how ready one is for it. */
export function YourStanding({ exam }: { exam: string }) {
  return (
    <section aria-label="Your standing">
      <h2 className="text-sm font-semibold text-muted">Your standing</h2>
      <p className="mt-3 text-sm">
        <Link href={`/progress#${exam}`} prefetch={false} className="text-accent underline underline-offset-4">
          Progress and readiness
        </Link>
      </p>
    </section>
  );
}
