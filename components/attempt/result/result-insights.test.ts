import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { type ContextType, createElement } from "react";
import { expect, it } from "vitest";
import type { ResultItem } from "#lib/attempts/result-view";
import { blankMarks } from "#lib/exam/entries";
import { renderInEnglish } from "../../../tests/support/in-english.ts";
import { ResultInsights } from "./result-insights.tsx";

const item = (position: number, seconds: number) =>
  ({ position, marks: { ...blankMarks, elapsedMs: 1000 * seconds }, secret: null, turns: [] }) as unknown as ResultItem;

it("the pace of each question stands in a table, too", () => {
  const items = [item(1, 12), item(2, 0), item(3, 75)];
  const router = {} as NonNullable<ContextType<typeof AppRouterContext>>;
  const insights = createElement(ResultInsights, { items, planned: 60_000 });
  const html = renderInEnglish(createElement(AppRouterContext, { value: router }, insights));
  const rows = [...html.matchAll(/<th scope="row">(\d+)<\/th><td>([^<]+)<\/td>/g)].map(([, at, time]) => [at, time]);
  expect(rows).toEqual([
    ["1", "12 s"],
    ["2", "0 s"],
    ["3", "75 s"],
  ]);
});
