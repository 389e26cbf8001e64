import { expect, it } from "vitest";
import { syncBank } from "#lib/bank/write/sync";
import { searchQuestions } from "#lib/search/read/search-questions";
import { searchWords } from "#lib/search/search-words";
import { makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const many = 2_600;

/** Whether the question with this number has a word: each has "pebble", some have the others. */
const holders: Readonly<Record<string, (i: number) => boolean>> = {
  pebble: () => true,
  gravel: (i) => i % 3 === 0,
  boulder: (i) => i % 5 === 0,
  quartz: (i) => i % 10 === 0,
  obsidian: (i) => i === many - 1,
};

function question(i: number) {
  const words = Object.keys(holders).filter((word) => holders[word]?.(i));
  const name = `stone-${String(i).padStart(4, "0")}`;
  // All stems have the same length, so that equal results stand in the order of the bank.
  const { publicPart } = makeQuestion(name, { stem: `Number ${name}: ${words.join(" ")}`.padEnd(80, ".") });
  return { ...makeQuestion(name), publicPart, contentHash: name };
}

onEachDatabase("a search in a bank of thousands", (database) => {
  it.each(Object.keys(holders))("finds the first 500 that hold a word, however many do: %s", async (word) => {
    const content = makeBank(Array.from({ length: many }, (_, i) => question(i)));
    await syncBank({ db: database.db, content, now });
    const viewer = await makeGuest(database.db);
    const numbers = Array.from({ length: many }, (_, i) => i).filter((i) => holders[word]?.(i));
    const at = (page: number) =>
      searchQuestions(database.db, viewer, { words: searchWords(word.slice(0, 5)), examSlug: "sample", page }, now);
    const first = await at(1);
    expect(first.count).toBe(Math.min(500, numbers.length));
    expect(first.isCut).toBe(numbers.length > 500);
    const found = [first, ...(await Promise.all(Array.from({ length: first.pages - 1 }, (_, i) => at(i + 2))))];
    expect(found.flatMap(({ hits }) => hits.map(({ path }) => Number(path.slice(-4))))).toEqual(numbers.slice(0, 500));
  });
});
