import { createElement } from "react";
import { expect, it } from "vitest";
import type { Distribution } from "#lib/discussion/distribution";
import { renderInEnglish } from "../../tests/support/in-english.ts";
import { AnswerBars } from "./answer-bars.tsx";

const order = ["x", "y"];
const of = (...people: readonly number[]): Distribution => {
  const all = people.reduce((sum, count) => sum + count, 0);
  const bars = order.map((optionId, i) => ({
    optionId,
    people: people[i] ?? 0,
    percent: (100 * (people[i] ?? 0)) / all,
  }));
  return { bars: all === 0 ? [] : bars, people: all, majority: null } as unknown as Distribution;
};

function show(blind: Distribution, afterDiscussion: Distribution): string {
  const distributions = { blind, isBlindCut: false, leftOut: 0, afterDiscussion };
  return renderInEnglish(createElement(AnswerBars, { distributions, order, keyIds: ["y"] }));
}

it("shows what was answered first and after discussion in one card with the correct option marked, and nothing while there is nothing", () => {
  const both = show(of(1, 3), of(0, 2));
  expect(both.match(/<caption/g)).toHaveLength(2);
  expect(both.match(/\(correct\)/gi)).toHaveLength(2);
  expect(both).toMatch(/>B<span[^>]*>.*correct/i);
  expect(show(of(1, 3), of(0, 0)).match(/<caption/g)).toHaveLength(1);
  expect(show(of(0, 0), of(0, 0))).toBe("");
});
