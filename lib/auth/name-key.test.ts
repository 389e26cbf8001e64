import { describe, expect, it } from "vitest";
import { nameKey } from "./name-key.ts";

describe("nameKey", () => {
  it.each([
    ["Moderator", "moderator"],
    ["Moderator", "MODERATOR"],
    ["Moderator", "Mоdеrаtоr"],
    ["Moderator", "Мodеrаtor"],
    ["Moderator", "ΜΟDERATOR"],
    ["Moderator", "ᴍᴏᴅᴇʀᴀᴛᴏʀ"],
    ["Moderator", "𝐌𝐨𝐝𝐞𝐫𝐚𝐭𝐨𝐫"],
    ["Moderator", "Ⓜⓞⓓⓔⓡⓐⓣⓞⓡ"],
    ["Moderator", "m0derator"],
    ["Moderator", "rnoderator"],
    ["Moderator", "M o d e r a t o r"],
    ["Moderator", "Möderatør"],
    ["Moderator", "Moderator."],
    ["Admin", "ADMIN"],
    ["Admin", "Adm1n"],
    ["Admin", "Adrnln"],
    ["Ada Lovelace", "Ada\u00a0Lovelace"],
    ["Ada Lovelace", "Ada-Lovelace"],
    ["Ada Lovelace", "Аda Lovelасe"],
    ["Ada Lovelace", "Ada LoveIace"],
    ["Ida", "lda"],
  ])("takes %s and %s for one another", (one, other) => expect(nameKey(other)).toBe(nameKey(one)));

  it.each([
    ["Ada Lovelace", "Ada Lovelock"],
    ["Ada", "Adam"],
    ["Mia", "Nia"],
    ["अदिति", "अदिता"],
    ["山田", "山本"],
    ["Анна", "Инна"],
  ])("tells %s from %s", (one, other) => expect(nameKey(other)).not.toBe(nameKey(one)));

  it("is empty for a name without letters and digits", () => expect(nameKey("★ !")).toBe(""));
});
