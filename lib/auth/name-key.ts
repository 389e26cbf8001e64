import unhomoglyph from "unhomoglyph";

const smallCapitals = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ";
const theirLetters = "abcdefghijklmnopqrstuvwyz";

/**
 * Two names that a reader would take for one another have one key. It is the skeleton of Unicode Technical Standard #39,
 * section 4, made wider: capitals, accents of Latin letters, spaces and punctuation do not count, and I, l and 1 are one.
 * Empty when the name has no letter and no digit.
 */
export function nameKey(name: string): string {
  const plain = skeleton(name.normalize("NFKC").replace(/./gsu, plainLetter)).toLowerCase();
  // The data tell "m" from "M", and "i" from "I": a second look finds what became alike in lower case.
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
