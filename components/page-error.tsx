"use client";

import type { FormEvent } from "react";
import { Button } from "#components/ui/button";

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
        {isRefused ? "The server cannot save at the moment." : "The server could not make it just now."} Nothing that
        was saved is lost, and answers that are not sent yet wait on this device.
      </p>
      <div className="mt-6">
        <Button look="primary">Try again</Button>
      </div>
    </form>
  );
}
