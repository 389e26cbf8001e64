"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Reloads the page whenever a file of the exam is saved after `since`, when the page was made (milliseconds since 1970). Only
 * in development.
 */
export function RefreshOnSave({ path, since }: { path: string; since: number }) {
  const { refresh } = useRouter();
  const first = useRef(since);
  useEffect(() => {
    const changes = new EventSource(`${path}?since=${first.current}`);
    changes.onmessage = () => refresh();
    return () => changes.close();
  }, [path, refresh]);
  return null;
}
