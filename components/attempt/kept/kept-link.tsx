import { useWords } from "#words";
import type { KnownRegister } from "../sync/registers.ts";

/** Offers what this device holds of an attempt as a file. */
export function KeptLink({ id, registers }: { id: string; registers: readonly KnownRegister[] }) {
  const t = useWords();
  const text = JSON.stringify({ attemptId: id, entries: registers }, null, 2);
  return (
    <a
      href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
      download={`attempt-${id}.json`}
      className="underline underline-offset-4"
    >
      {t("kept.download")}
    </a>
  );
}
