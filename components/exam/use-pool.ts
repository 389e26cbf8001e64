import { useRef, useState } from "react";
import { isPool, type PoolRow } from "#lib/attempts/count-matching";
import { request } from "../attempt/sync/transport.ts";

/**
 * The data with which the form of custom practice counts; null until `load` has fetched it. A bank may have thousands
 * of questions, and few visits open the form, so the page comes without it. After a failure, the next `load` tries
 * again.
 */
export function usePool(exam: string) {
  const [pool, setPool] = useState<readonly PoolRow[] | null>(null);
  const isLoading = useRef(false);
  async function ask(): Promise<void> {
    if (pool !== null || isLoading.current) return;
    isLoading.current = true;
    const sent = await request<readonly PoolRow[]>(`/exams/${exam}/pool`, isPool);
    isLoading.current = false;
    if (sent.state === "answered") setPool(sent.body);
  }
  return { pool, load: () => void ask() };
}
