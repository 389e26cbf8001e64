"use client";

import type { FormEvent } from "react";
import { Button, buttonClass } from "#components/ui/button";

export type PageErrorProps = { retry: () => void; error?: { readonly digest?: string } };

/** In the place of a page that the server could not make. Without script the button loads it anew. */
export default function PageError({ retry, error }: PageErrorProps) {
  const isRefused = error?.digest === "SAVING_REFUSED";
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    retry();
  }
  return (
    <form onSubmit={onSubmit} className="max-w-2xl">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">
        {isRefused ? "Not saved" : "This page could not be shown"}
      </h1>
      <p className="mt-4">
        {isRefused ? "The server can’t save at the moment." : "Something went wrong on the server."} Nothing you saved
        is lost, and answers that aren’t sent yet are kept on this device.
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button look="primary">Try again</Button>
        {/* Not a link within the app: its state may be what failed. */}
        <a href="/" className={buttonClass()}>
          Back to the start
        </a>
      </div>
    </form>
  );
}
