import Link from "next/link";
import { useWords } from "#words";

type PageStepsProps = { page: number; pages: number; addressOf: (page: number) => string; className?: string };

/** The way through a list that is longer than one page; nothing for one that is not. */
export function PageSteps({ page, pages, addressOf, className = "mt-6" }: PageStepsProps) {
  const t = useWords();
  if (pages === 1) return null;
  return (
    <nav
      aria-label={t("pages.label")}
      className={`flex flex-wrap items-center gap-x-5 text-sm tabular-nums ${className}`}
    >
      {page > 1 ? (
        <Step href={addressOf(page - 1)} rel="prev">
          {t("pages.previous")}
        </Step>
      ) : null}
      <span className="text-muted">{t("pages.position", { page, pages })}</span>
      {page < pages ? (
        <Step href={addressOf(page + 1)} rel="next">
          {t("pages.next")}
        </Step>
      ) : null}
    </nav>
  );
}

function Step({ href, rel, children }: { href: string; rel: "prev" | "next"; children: string }) {
  return (
    <Link
      href={href}
      rel={rel}
      prefetch={false}
      className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
    >
      {children}
    </Link>
  );
}
