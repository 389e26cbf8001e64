import type { ShownQuestion } from "#lib/exam/presentation";
import { request } from "../sync/transport.ts";

export interface ItemStore {
  readonly get: (position: number) => ShownQuestion | undefined;
  /**
   * Downloads every question of an exam in progress, so that moving between them needs no network. Tries until it has
   * them all.
   */
  readonly load: () => void;
  /**
   * The same for questions that were not available before: a section has opened since. Does nothing before `load` was
   * called.
   */
  readonly more: () => void;
  readonly stop: () => void;
}

interface Page {
  readonly items: readonly { readonly position: number; readonly question: ShownQuestion }[];
}

const firstPauseMs = 1_000;
const longestPauseMs = 16_000;

export function createItemStore(attemptId: string): ItemStore {
  const questions = new Map<number, ShownQuestion>();
  let from = 1;
  let pauseMs = firstPauseMs;
  let isWanted = false;
  let isLoading = false;

  /** Null if there is nothing more to request; false if it must be tried again. */
  async function loadPage(): Promise<boolean | null> {
    const sent = await request<Page>(`/api/attempts/${attemptId}/items?from=${from}`, ({ items }) =>
      Array.isArray(items),
    );
    if (sent.state === "no-such-attempt") return null;
    if (sent.state !== "answered") return false;
    const { items } = sent.body;
    if (items.length === 0) return null;
    for (const { position, question } of items) questions.set(position, question);
    from = Math.max(...items.map((item) => item.position)) + 1;
    return true;
  }

  async function loadAll() {
    isLoading = true;
    while (isWanted) {
      const outcome = await loadPage();
      if (outcome === null) break;
      if (outcome) pauseMs = firstPauseMs;
      else {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
    isLoading = false;
  }

  function more() {
    if (isWanted && !isLoading) void loadAll();
  }

  return {
    get: (position) => questions.get(position),
    load() {
      isWanted = true;
      more();
    },
    more,
    stop() {
      isWanted = false;
    },
  };
}
