"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { createWords, type GivenWords, type Words } from "#lib/messages/words";

const Context = createContext<Words | null>(null);

/** Gives the components within it the words of some rooms, in addition to those given further out. */
export function GiveWords({ words, children }: { words: GivenWords; children?: ReactNode }) {
  const outer = useContext(Context);
  const t = useMemo(
    () => createWords({ ...words, messages: { ...outer?.messages, ...words.messages } }),
    [outer, words],
  );
  return <Context value={t}>{children}</Context>;
}

/** What `#words` is in components that run in a browser. */
export function useWords(): Words {
  const t = useContext(Context);
  if (t === null) throw new Error("no GiveWords");
  return t;
}
