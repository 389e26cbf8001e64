import { describe, expect, it } from "vitest";
import { type Arranged, arrangeReplies } from "./arrange-replies.ts";

const reply = (id: string, parentId: string, ordinal: number) => ({ id, parentId, ordinal });
type Shape = readonly [string, string | null, readonly Shape[]];
const shape = (nodes: readonly Arranged<{ id: string }>[]): readonly Shape[] =>
  nodes.map(({ comment, inReplyTo, replies }) => [comment.id, inReplyTo, shape(replies)]);

describe("arrangeReplies", () => {
  it("nests three levels and puts deeper ones beside the third, with whom they answer", () => {
    const chain = [
      reply("a", "root", 1),
      reply("b", "a", 2),
      reply("c", "b", 3),
      reply("d", "c", 4),
      reply("e", "d", 5),
    ];
    const expected = [
      [
        "a",
        null,
        [
          [
            "b",
            null,
            [
              ["c", null, []],
              ["d", "c", []],
              ["e", "d", []],
            ],
          ],
        ],
      ],
    ];
    expect(shape(arrangeReplies("root", chain))).toEqual(expected);
  });

  it("keeps the order of posting on every level, whatever order the rows come in", () => {
    const rows = [reply("c", "root", 3), reply("a", "root", 1), reply("b", "a", 2)];
    expect(shape(arrangeReplies("root", rows))).toEqual([
      ["a", null, [["b", null, []]]],
      ["c", null, []],
    ]);
  });

  it("shows a reply whose parent is on another page, saying whom it answers", () => {
    expect(shape(arrangeReplies("root", [reply("z", "elsewhere", 70)]))).toEqual([["z", "elsewhere", []]]);
  });
});
