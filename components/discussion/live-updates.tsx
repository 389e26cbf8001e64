"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button";

type LiveUpdatesProps = { questionId: string; path: string };

/** Says that others have written meanwhile. Nothing moves until the reader asks for it. */
export function LiveUpdates({ questionId, path }: LiveUpdatesProps) {
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const [wanted, setWanted] = useState<string | null>(null);
  const router = useRouter();

  useEffect(() => {
    const source = new EventSource(`/api/discussions/${questionId}/events`);
    source.addEventListener("comment", (event) => {
      const { commentId } = JSON.parse((event as MessageEvent<string>).data) as { commentId: string };
      setFresh((known) => (known.includes(commentId) ? known : [...known, commentId]));
    });
    return () => source.close();
  }, [questionId]);

  // A comment that is not on this page of the thread is shown at its own address.
  useEffect(() => {
    if (wanted === null) return;
    const timer = setTimeout(() => {
      if (document.getElementById(`comment-${wanted}`) === null)
        router.push(`${path}?comment=${wanted}#comment-${wanted}`, { scroll: false });
      setWanted(null);
    }, 1000);
    return () => clearTimeout(timer);
  }, [wanted, path, router]);

  const show = () => {
    setWanted(fresh.at(-1) ?? null);
    setFresh([]);
    router.refresh();
  };
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-4 z-10 flex justify-center">
      {fresh.length === 0 ? null : (
        <Button type="button" look="primary" onClick={show} className="pointer-events-auto shadow-lg">
          {fresh.length === 1 ? "1 new comment" : `${fresh.length} new comments`}
        </Button>
      )}
    </div>
  );
}
