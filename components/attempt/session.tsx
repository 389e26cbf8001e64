"use client";

import { usePathname, useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { createItemStore, type ItemStore } from "./item/item-store.ts";
import { useArrival } from "./item/use-arrival.ts";
import { runSync } from "./sync/run-sync.ts";
import { createSync, type Sync } from "./sync/sync.ts";
import type { SyncStart, SyncView } from "./sync/sync-view.ts";

interface Session {
  readonly sync: Sync;
  readonly items: ItemStore;
  readonly isGuest: boolean;
}

const SessionContext = createContext<Session | null>(null);

type AttemptSessionProps = { start: SyncStart; isExam: boolean; isGuest: boolean; children: ReactNode };

/** Lives as long as the learner stays within an attempt: its queue, its clock and its questions outlast each page. */
export function AttemptSession({ start, isExam, isGuest, children }: AttemptSessionProps) {
  const [session] = useState(() => ({ sync: createSync(start), items: createItemStore(start.attemptId), isGuest }));
  useEffect(() => runSync(session.sync), [session]);
  const view = useView(session.sync);
  useEffect(() => {
    if (!isExam || !view.isComplete || view.over) return;
    session.items.load();
    return session.items.stop;
  }, [session, isExam, view.isComplete, view.over]);
  const pathname = usePathname();
  useArrival(pathname);
  useEnding(session.sync, view, pathname);
  useLooksAgain(view);
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("this component belongs within an attempt");
  return session;
}

export function useView(sync: Sync): SyncView {
  return useSyncExternalStore(sync.subscribe, sync.view, sync.view);
}

/** When the time is over everywhere: sends what is left in the queue, then shows the result. */
function useEnding(sync: Sync, view: SyncView, pathname: string) {
  const router = useRouter();
  const result = `/attempts/${sync.attemptId}/result`;
  const shouldLeave = view.over && pathname !== result;
  useEffect(() => {
    if (!shouldLeave) return;
    void sync.flush().then(() => {
      router.replace(result);
      // The header was rendered while the attempt was in progress.
      router.refresh();
    });
  }, [shouldLeave, sync, router, result]);
}

/** Another tab or device checked an item, or late answers changed the score: the page is requested again. */
function useLooksAgain({ committed, delivered }: SyncView) {
  const router = useRouter();
  const [seen, setSeen] = useState({ committed, delivered });
  useEffect(() => {
    if (committed <= seen.committed && delivered <= seen.delivered) return;
    setSeen({ committed, delivered });
    router.refresh();
  }, [committed, delivered, seen, router]);
}
