import unhomoglyph from "unhomoglyph";

const smallCapitals = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ";
const theirLetters = "abcdefghijklmnopqrstuvwyz";

/**
 * Two names that a reader could confuse have the same key. It is the skeleton of Unicode Technical Standard #39,
 * section 4, extended: capitals, accents of Latin letters, spaces and punctuation do not count, and I, l and 1 are the
 * same. Empty if the name has no letter and no digit.
 */
export function nameKey(name: string): string {
  const plain = skeleton(name.normalize("NFKC").replace(/./gsu, plainLetter)).toLowerCase();
  // The table distinguishes "m" from "M", and "i" from "I": a second pass finds what became equal in lower case.
  return skeleton(plain)
    .toLowerCase()
    .replace(/i/g, "l")
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

function skeleton(text: string): string {
  const accents = /[\u0300-\u036f]/g;
  return unhomoglyph(text.normalize("NFD").replace(accents, "")).normalize("NFD").replace(accents, "");
}

function plainLetter(character: string): string {
  const at = smallCapitals.indexOf(character);
  return at === -1 ? character : (theirLetters[at] ?? character);
}
