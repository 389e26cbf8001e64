const before = new RegExp(
  String.raw`(?:^|[.!?\n]\s*|\b(?:${[
    String.raw`(?:i|we|you|they|everybody|everyone|most|people)(?:['’]d)?\s+(?:\w+\s+)?(?:say|said|think|thought|guess|guessed|put|got|take|took|voted?|want|answer|answered)`,
    String.raw`(?:votes?|voted|\+\s?1)(?:\s+for)?`,
    String.raw`got|agree\s+(?:with|on)|same\s+here,|my\s+(?:pick|choice|guess|vote)(?:\s+(?:is|was)|:)`,
    String.raw`(?:should|must|could|might|may|can|has\s+to|needs\s+to|cannot|can['’]t)(?:\s+(?:also|only|not))?\s+be`,
    String.raw`(?:how|why|when)\s+(?:can|could|would|should|is|does)|(?:is|isn['’]t|why|and)|vs\.?|versus|between`,
  ].join("|")})\s+)$`,
  "i",
);
const plusOne = /\+\s?1(?:\s+for)?\s+$/;
const after =
  /^(?:\s*[.!?,;:]*\s*$|\s*[!?]+|\s+(?:is|are|was|were|for\s+sure|too|as\s+well|instead|be\s+(?:right|wrong|correct)|also|because|since|beats|vs\.?|versus|and|or|here)\b)/i;

/**
 * Whether a letter between these texts is an option to people who talk about a question: "got C here", "+1 for B", a comment
 * that is only a letter.
 */
export function speaksOfOption(textBefore: string, textAfter: string): boolean {
  const near = textBefore.slice(-80);
  return (before.test(near) || plusOne.test(near)) && after.test(textAfter.slice(0, 40));
}
