import { afterEach, expect, it, vi } from "vitest";
import { createItemStore } from "./item-store.ts";

afterEach(() => vi.unstubAllGlobals());

/** A server that gives two questions at once, of the section that is open. */
function serve(open: { from: number; to: number }) {
  const asked: number[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    const from = Number(new URL(path, "http://localhost").searchParams.get("from"));
    asked.push(from);
    const first = Math.max(open.from, from);
    const length = Math.max(0, Math.min(2, open.to - first + 1));
    const items = Array.from({ length }, (_, i) => ({ position: first + i, question: {} }));
    return Response.json({ items });
  });
  return asked;
}

it("brings the questions of a section when it opens, so that it needs no network either", async () => {
  const open = { from: 1, to: 3 };
  const asked = serve(open);
  const store = createItemStore("attempt");
  store.more();
  expect(asked, "nothing before it is known what was answered").toEqual([]);
  store.load();
  await expect.poll(() => asked).toEqual([1, 3, 4]);
  expect([3, 4].map((position) => store.get(position) !== undefined)).toEqual([true, false]);
  Object.assign(open, { from: 4, to: 5 });
  store.more();
  await expect.poll(() => store.get(5)).toBeDefined();
});
