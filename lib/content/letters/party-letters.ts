/** Letters of people who deal with each other: "A sells land to B", "A may sue B". No option does that. */

const adverb =
  "(?:(?:may|can|could|must|then|later|now|had|has|have|will|would|also|never|did\\s+not|agreed\\s+to)\\s+)?";
const dealing =
  "sells?|sold|resells?|resold|lends?|lent|leases?|leased|owes?|owed|sues?|sued|conveys?|conveyed|bequeath(?:s|ed)?|mortgages?|mortgaged|promise[sd]?|borrow(?:s|ed)?|bought|buys?|purchase[sd]?|rent(?:s|ed)?|employ(?:s|ed)|defraud(?:s|ed)";
const german =
  "verkauft|verkaufte|verleiht|leiht|lieh|schuldet|schuldete|schenkt|schenkte|vermietet|vermietete|verklagt|verklagte|übereignet|übereignete|veräußert|veräußerte";
const another = "[A-Z](?![\\w])";
const object = String.raw`(?:${another}|[^.!?;\n]{0,60}[\s"“](?:to|from|by)\s+${another})`;
const deal = String.raw`(?:${adverb}(?:${dealing})\s+(?!its|more|much|less)${object}|has\s+(?:an?\s+|no\s+)?(?:claim|remedy|action)\s+against\s+${another}|was\s+(?:sued|hired|employed|injured|defrauded|paid)\s+by\s+${another})`;
const germanDeal = String.raw`(?:hat\s+gegen\s+${another}\s+k?einen\s+\p{L}*[Aa]nspruch|(?:${german})\s+(?:(?:dem|der|den|die)\s+)?(?:${another}|[^.!?;\n]{1,60}\s(?:an|von)\s+(?:(?:den|die|dem|der)\s+)?${another}))`;
const contract = String.raw`(?:(?:have\s+)?(?:enter(?:ed)?\s+into|conclude[d]?|sign(?:ed)?)\s+an?\s+(?:[a-z-]+\s+){0,2}(?:contract|agreement)|schl[io](?:ss|ß)en\s+ein(?:en)?\s+\p{Lu}?\p{Ll}*[Vv]ertrag)`;

const sources: readonly string[] = [
  String.raw`[A-Z](?=\s+(?:${deal}|${germanDeal}))`,
  String.raw`(?<=(?<![\w])[A-Z]\s+${adverb}(?:${dealing})\s(?:[^.!?;\n]{0,60}[\s"“](?:to|from|by)\s+)?)${another}`,
  String.raw`(?<=(?<![\w])[A-Z]\s+was\s+(?:sued|hired|employed|injured|defrauded|paid)\s+by\s+)${another}`,
  String.raw`(?<=(?<![\w])[A-Z]\s+(?:hat\s+gegen|${german})\s+(?:(?:dem|der|den|die)\s+|[^.!?;\n]{1,60}\s(?:an|von)\s+(?:(?:den|die|dem|der)\s+)?)?)${another}`,
  String.raw`[A-Z](?=\s+(?:and|und)\s+${another}\s+${contract})|(?<=(?<![\w])[A-Z]\s+(?:and|und)\s+)${another}(?=\s+${contract})`,
  String.raw`[A-Z](?=['’]s\s+(?:promise|breach|acceptance|creditors?|debts?)\b)|(?<=\b(?:promise|liable|liability|obligation|duty)\s+(?:owed\s+)?to\s+)${another}`,
];
export const partyPatterns: readonly RegExp[] = sources.map((source) => new RegExp(source, "uy"));
