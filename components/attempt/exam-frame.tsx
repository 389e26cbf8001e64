import type { ReactNode } from "react";
import { directionOf } from "#lib/messages/languages";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

/** Content in the words of an exam, marked with their language if it differs from that of the page. */
export function ExamFrame({ words, children }: { words: Words; children: ReactNode }) {
  const t = useWords();
  return t.language === words.language ? children : <InLanguage words={words}>{children}</InLanguage>;
}

/** Content in the reader's own words within such a frame. */
export function ReaderFrame({ words, children }: { words: Words; children: ReactNode }) {
  const t = useWords();
  return t.language === words.language ? children : <InLanguage words={t}>{children}</InLanguage>;
}

function InLanguage({ words: { locale, language }, children }: { words: Words; children: ReactNode }) {
  return (
    <div lang={locale} dir={directionOf(language)}>
      {children}
    </div>
  );
}
