import { useEffect, useState } from "react";
import { useView } from "../session.tsx";
import type { Sync } from "../sync/sync.ts";

/** Whether the clock that the learner sees has run out, whether or not the server can be asked. */
export function useTimeIsOver(sync: Sync): boolean {
  const { clockEndsAt } = useView(sync);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const look = () => setOver(clockEndsAt !== null && sync.serverNow() >= Date.parse(clockEndsAt));
    look();
    const timer = setInterval(look, 100);
    return () => clearInterval(timer);
  }, [clockEndsAt, sync]);
  return isOver;
}
