import { expect, it } from "vitest";
import { rank } from "./rank.ts";
import { searchWords } from "./search-words.ts";

const candidate = (id: number, stem: string, labels = "", ...disclosed: string[]) => ({ id, stem, labels, disclosed });
const order = (search: string, ...candidates: ReturnType<typeof candidate>[]) =>
  rank(candidates, searchWords(search)).map(({ id }) => id);

it("puts whole words before beginnings, stems before labels and those before what is disclosed", () => {
  expect(
    order(
      "layer",
      candidate(1, "x", "", "layer"),
      candidate(2, "x", "layer"),
      candidate(3, "layered"),
      candidate(4, "layer"),
    ),
  ).toEqual([4, 3, 2, 1]);
});

it("leaves out what lacks a word", () => {
  expect(order("layer norm", candidate(1, "layer"), candidate(2, "layer", "norm"))).toEqual([2]);
});

it("puts short stems first, and equals in the order of their numbers", () => {
  expect(order("layer", candidate(3, "layer a"), candidate(2, "layer a b c"), candidate(1, "layer b"))).toEqual([
    1, 3, 2,
  ]);
});
