"use client";

import type { FormEvent, ReactNode } from "react";
import { Button, buttonClass } from "#components/ui/button";
import { useWords } from "#words";

export type PageErrorProps = { retry: () => void; error?: { readonly digest?: string } };

/** In the place of a page that the server could not make. */
export default function PageError({ retry, error }: PageErrorProps) {
  const t = useWords();
  const isRefused = error?.digest === "SAVING_REFUSED";
  return (
    <ServerTrouble
      retry={retry}
      title={t(isRefused ? "pageError.notSaved" : "pageError.notShown")}
      again={t("pageError.again")}
      home={t("pageError.home")}
    >
      {t("pageError.whatHappened", { refused: isRefused ? "yes" : "no" })}
    </ServerTrouble>
  );
}

type ServerTroubleProps = { retry: () => void; title: string; again: string; home: string; children: ReactNode };

/** What happened and what to do. Without script the button loads the page anew. */
export function ServerTrouble({ retry, title, again, home, children }: ServerTroubleProps) {
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    retry();
  }
  return (
    <form onSubmit={onSubmit} className="max-w-2xl">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-4">{children}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button look="primary">{again}</Button>
        {/* Not a link within the app: its state may be what failed. */}
        <a href="/" className={buttonClass()}>
          {home}
        </a>
      </div>
    </form>
  );
}
