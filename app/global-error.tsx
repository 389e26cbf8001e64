"use client";

import "./globals.css";
import PageError, { type PageErrorProps } from "#components/page-error";

/** Where not even the header could be made: most often the database is away. */
export default function GlobalError(props: PageErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Mockdown</title>
        <main className="mx-auto w-full max-w-5xl flex-1 px-4 pt-6 pb-16 sm:px-6 sm:pt-10">
          <PageError {...props} />
        </main>
      </body>
    </html>
  );
}
