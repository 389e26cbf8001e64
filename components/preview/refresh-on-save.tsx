"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reloads the page whenever a file of the exam is saved. Only in development. */
export function RefreshOnSave({ path }: { path: string }) {
  const { refresh } = useRouter();
  useEffect(() => {
    const changes = new EventSource(path);
    changes.onmessage = () => refresh();
    return () => changes.close();
  }, [path, refresh]);
  return null;
}
