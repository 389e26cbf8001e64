/** Units that can follow a number without a space, and those that need one: "5G" and "3D" are names. */
const units = `%|‰|°[CF]|[mµun]s|[kmc]m|[km]g|k?Wh|k?Hz|[MG]Hz|[kKMGTP]i?B`;
const spaced = `s|min|h|g|m|V|k?W|(?:second|minute|hour|day|bit|byte|token)s?|percent`;
/** One number, in any of the ways that people group its digits. */
const digits = String.raw`\d{1,3}(?:\.\d{3}){2,}|\d+(?:,\d{3})*(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:[ _'’\u00a0\u202f]\d{3})+(?:[.,]\d+)?`;
const pattern = new RegExp(`^([$€£¥]?)\\s?([+−-]?)(${digits})(?:\\s*(${units})|\\s+(${spaced})|\\s?([$€£¥]))?$`);

/** What to write for a text that was meant as a number, or null for any other text. */
export function numberMeant(text: string): string | null {
  const bare = text.replace(
    /^(?:[~≈]|about|approx\.?|approximately|around|ca\.?|circa|etwa|rund)\s*|\s*\([^()]*\)$/gi,
    "",
  );
  const [whole, before = "", sign = "", number = "", close, apart, after] = pattern.exec(bare) ?? [];
  if (whole === undefined) return null;
  const plain = number.replace(/[ _'’\u00a0\u202f]/g, "");
  const unit = (before || close || apart || after) ?? "";
  const written = `answer: ${sign === "" ? "" : sign === "+" ? "+" : "-"}${toNumber(plain)}`;
  return unit === "" ? written : `${written} and unit: ${/^[\p{L}°]/u.test(unit) ? unit : `"${unit}"`}`;
}

/** "1,500" is either; the author says which. */
function toNumber(written: string): string {
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(written)) return written.replaceAll(".", "");
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(written)) return written.replaceAll(".", "").replace(",", ".");
  if (!/^\d{1,3}(?:,\d{3})+$/.test(written)) return written.replace(/,(?=.*[.,])/g, "").replace(",", ".");
  const whole = written.replaceAll(",", "");
  return /,.*,/.test(written) ? whole : `${whole} (or ${written.replace(",", ".")})`;
}
