"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useSession, useView } from "./session.tsx";

/** In the place of a result: what this device still holds is sent before any key is shown, because then it still counts. */
export function Delivering({ attemptId }: { attemptId: string }) {
  const { sync } = useSession();
  const { saveState, pending } = useView(sync);
  const router = useRouter();
  useEffect(() => {
    if (saveState === "saved") router.refresh();
  }, [saveState, router]);
  return (
    <>
      <p role="status" className="mt-4">
        Time is up. This device is sending {pending === 1 ? "one last change" : "its last changes"} before the result is
        shown.
      </p>
      {saveState === "failed" ? (
        <p className="mt-2 text-muted">
          The server cannot be reached, and will be asked again.{" "}
          <a href={`/attempts/${attemptId}/result?without=late`} className="underline underline-offset-4">
            Show the result without them
          </a>
          : then they no longer count.
        </p>
      ) : null}
    </>
  );
}
