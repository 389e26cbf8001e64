import { expect, it } from "vitest";
import { casePlaces } from "./case-places.ts";

const on = (title: string | null, position: number) => ({
  position,
  scenario: title === null ? null : { title, html: `<p>${title}</p>` },
});

it("says of each question on a case which of how many it is, and nothing of any other", () => {
  const items = [on(null, 1), on("Harbour", 3), on("Harbour", 2), on("Alone", 4), on("Farm", 5), on("Farm", 6)];
  expect([...casePlaces(items)]).toEqual([
    [2, { number: 1, count: 2 }],
    [3, { number: 2, count: 2 }],
    [5, { number: 1, count: 2 }],
    [6, { number: 2, count: 2 }],
  ]);
});
