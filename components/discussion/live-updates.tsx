"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { useWords } from "#words";

const retryMs = 10_000;

type LiveUpdatesProps = {
  questionId: string;
  path: string;
  /** When the server read the comments on the page, ISO 8601. */
  loadedAt: string;
};

/** Says that others have written meanwhile. Nothing moves until the reader asks for it. */
export function LiveUpdates({ questionId, path, loadedAt }: LiveUpdatesProps) {
  const t = useWords();
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const [wanted, setWanted] = useState<string | null>(null);
  const router = useRouter();
  const firstLoadedAt = useRef(loadedAt);

  useEffect(() => {
    const heard = new Set<string>();
    let since = "";
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout>;
    const connect = () => {
      source = new EventSource(`/api/discussions/${questionId}/events?since=${since}`);
      source.addEventListener("mark", ({ data }) => {
        since = data as string;
      });
      source.addEventListener("comment", ({ data }) => {
        const { commentId }: { commentId?: unknown } = JSON.parse(data);
        if (typeof commentId !== "string") return;
        // After an interruption, some arrive twice.
        if (heard.has(commentId) || document.getElementById(`comment-${commentId}`) !== null) return;
        heard.add(commentId);
        setFresh((known) => [...known, commentId]);
      });
      // A browser gives up at an error page, for example from a server whose database is unreachable.
      source.onerror = () => {
        // Nothing has arrived since the page was rendered.
        since ||= firstLoadedAt.current;
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, retryMs);
      };
    };
    connect();
    return () => {
      clearTimeout(timer);
      source.close();
    };
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
    <div role="status" className="new-comments">
      {fresh.length === 0 ? null : (
        <Button type="button" look="primary" onClick={show} className="shadow-lg">
          {t("thread.new", { count: fresh.length })}
        </Button>
      )}
    </div>
  );
}
