"use client";

import "./globals.css";
import { type PageErrorProps, ServerTrouble } from "#components/page-error";

/** Where not even the header could be made: most often the database is away. The reader’s language is not known then. */
export default function GlobalError(props: PageErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>This page can’t be shown · Mockdown</title>
        <main className="mx-auto w-full max-w-5xl flex-1 px-4 pt-6 pb-16 sm:px-6 sm:pt-10">
          <ServerTrouble {...props} title="This page can’t be shown" again="Try again" home="Go to the home page">
            Something went wrong on the server. Nothing you saved is lost, and answers that haven’t been sent yet stay
            on this device.
          </ServerTrouble>
        </main>
      </body>
    </html>
  );
}
