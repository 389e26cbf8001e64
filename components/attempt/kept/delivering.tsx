"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useWords } from "#words";
import { useSession, useView } from "../session.tsx";

/** Shown instead of a result: what this device still holds is sent before any key is shown, because then it still counts. */
export function Delivering({ attemptId }: { attemptId: string }) {
  const t = useWords();
  const { sync } = useSession();
  const { saveState, pending } = useView(sync);
  const router = useRouter();
  useEffect(() => {
    if (saveState === "saved") router.refresh();
  }, [saveState, router]);
  return (
    <>
      <p role="status" className="mt-4">
        {t("delivering.lastChanges", { count: pending })}
      </p>
      {saveState === "failed" ? (
        <p className="mt-2 text-muted">
          {t.rich("delivering.unreachable", {
            link: (text) => (
              <a href={`/attempts/${attemptId}/result?without=late`} className="underline underline-offset-4">
                {text}
              </a>
            ),
          })}
        </p>
      ) : null}
    </>
  );
}
