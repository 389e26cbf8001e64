import { describe, expect, it } from "vitest";
import { question } from "../../../tests/support/parse-text.ts";
import { placesThatSpeakOfAbove } from "./pinned-options.ts";

describe("an option that speaks of those above it", () => {
  it.each([
    "The two above",
    "Two of the above",
    "The options above",
    "All of the above except the last",
    "Beide oben genannten Schritte",
    "Las dos anteriores",
  ])("is found: %s", (text) => expect(placesThatSpeakOfAbove(["One", "Two", text], null)).toEqual([2]));

  it.each(["Values above the limit", "A temperature above 5 °C", "It rises above", "The previous release"])(
    "is none that names another thing: %s",
    (text) => expect(placesThatSpeakOfAbove(["One", "Two", text], null)).toEqual([]),
  );

  it("says the same in every order where it stays last, and only there", () => {
    expect(placesThatSpeakOfAbove(["One", "Two", "All of the above"], null)).toEqual([]);
    expect(placesThatSpeakOfAbove(["One", "All of the above", "Two"], null)).toEqual([1]);
  });

  it("keeps the options in the order of the file", () => {
    const file = (option: string) =>
      `---\ndomain: d\n---\nWhich?\n\n- [x] One\n- [ ] Two\n- [ ] ${option}\n\n## Explanation\n\nBecause.\n`;
    const isShuffled = (option: string) => {
      const { public: open } = question(file(option)).question;
      return "shuffle" in open && open.shuffle;
    };
    expect(isShuffled("The two above")).toBe(false);
    expect(isShuffled("All of the above")).toBe(true);
  });
});
