"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useWords } from "#words";
import type { KnownRegister } from "../sync/registers.ts";
import { KeptLink } from "./kept-link.tsx";
import { keptOf } from "./kept-of.ts";

/** On a "not found" page for an attempt: what this device holds of it, as a download. Otherwise nothing. */
export default function KeptAnswers() {
  const id = /^\/attempts\/([^/]+)/.exec(usePathname())?.[1];
  const [kept, setKept] = useState<readonly KnownRegister[]>([]);
  useEffect(() => {
    if (id === undefined) return;
    // A browser that stores nothing has nothing to offer.
    void keptOf(id).then(setKept, () => {});
  }, [id]);
  return id === undefined || kept.length === 0 ? null : <KeptNote id={id} registers={kept} />;
}

/** Apart from what looks for them: where a form leads to what is not there, the server has no words to give. */
function KeptNote({ id, registers }: { id: string; registers: readonly KnownRegister[] }) {
  const t = useWords();
  return (
    <p role="alert" className="mt-6 max-w-xl rounded-lg bg-flag-soft px-4 py-2.5 text-flag">
      {t("kept.answers")} <KeptLink id={id} registers={registers} />
    </p>
  );
}
