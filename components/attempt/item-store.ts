import type { ShownQuestion } from "#lib/exam/presentation";
import { request } from "./send.ts";

export interface ItemStore {
  readonly get: (position: number) => ShownQuestion | undefined;
  /** Brings every question of a running exam here, so that moving about needs no network. Stops when it fails. */
  readonly load: () => Promise<void>;
}

interface Page {
  readonly items: readonly { readonly position: number; readonly question: ShownQuestion }[];
}

export function createItemStore(attemptId: string): ItemStore {
  const questions = new Map<number, ShownQuestion>();
  let running: Promise<void> | null = null;

  async function loadAll() {
    for (let from = 1; ; ) {
      const sent = await request<Page>(`/api/attempts/${attemptId}/items?from=${from}`);
      if (sent.state !== "answered" || sent.body.items.length === 0) return;
      for (const { position, question } of sent.body.items) questions.set(position, question);
      from = Math.max(...sent.body.items.map((item) => item.position)) + 1;
    }
  }

  return {
    get: (position) => questions.get(position),
    load() {
      running ??= loadAll().finally(() => {
        running = questions.size === 0 ? null : running;
      });
      return running;
    },
  };
}
