"use client";

import { Button, buttonClass } from "#components/ui/button";
import { useWords } from "#words";

export type PageErrorProps = { retry: () => void; error?: { readonly digest?: string } };

/** The content shown instead of a page that the server could not render. */
export default function PageTrouble({ retry, error }: PageErrorProps) {
  const t = useWords();
  const isRefused = error?.digest === "SAVING_REFUSED";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        retry();
      }}
      className="max-w-2xl"
    >
      <h1 className="font-serif text-3xl font-semibold tracking-tight">
        {t(isRefused ? "pageError.notSaved" : "pageError.notShown")}
      </h1>
      <p className="mt-4">{t("pageError.whatHappened", { refused: isRefused ? "yes" : "no" })}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button look="primary">{t("pageError.again")}</Button>
        {/* Not a link within the app: its state may be what failed. */}
        <a href="/" className={buttonClass()}>
          {t("pageError.home")}
        </a>
      </div>
    </form>
  );
}
