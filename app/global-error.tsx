"use client";

import "./globals.css";

/**
 * Shown if not even the header could be rendered: usually the database is unreachable. The reader’s language is then
 * unknown. The form reloads the page, with or without script.
 */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>This page can’t be shown · Mockdown</title>
        <main className="mx-auto w-full max-w-5xl flex-1 px-4 pt-6 pb-16 sm:px-6 sm:pt-10">
          <form className="max-w-2xl">
            <h1 className="font-serif text-3xl font-semibold tracking-tight">This page can’t be shown</h1>
            <p className="mt-4">
              Something went wrong on the server. Nothing you saved is lost, and answers that haven’t been sent yet stay
              on this device.
            </p>
            <div className="mt-6 flex flex-wrap gap-3">
              <button type="submit" className="button primary">
                Try again
              </button>
              <a href="/" className="button plain">
                Go to the home page
              </a>
            </div>
          </form>
        </main>
      </body>
    </html>
  );
}
