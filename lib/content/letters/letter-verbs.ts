/** Verbs and judgements that follow the letter of an option. */

const analysis = `describe refer confuse mention mix swap reverse miss misread misstate misinterpret misunderstand
contradict violate assume omit overlook forget neglect ignore address concern sound look seem appear define explain
conflate name state claim suggest apply fail lose cover require need solve handle use break introduce keep drop double
change add remove reduce create list measure count provide ensure prevent support exaggerate overstate invert repeat
rephrase restate answer satisfy meet match fit lack allow combine relate leak lock block hide waste skip test treat
store send slow cause describe apply limit improve worsen delete delay encrypt expose protect enforce enable disable
bypass duplicate reflect represent involve contain present offer depend focus rely produce generate compute`;

const third = (base: string): string =>
  /(?:s|x|ch|sh)$/.test(base) ? `${base}es` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
const bases = analysis.split(/\s+/).filter((word) => word !== "");

/** "describes" after one letter, "describe" after several. */
export const oneVerb = `(?:${[...new Set(bases.map(third))].join("|")})`;
export const severalVerb = `(?:${[...new Set(bases)].join("|")})`;

const helping =
  "is|was|are|were|isn|wasn|does|doesn|do|has|hasn|have|would|wouldn|can|cannot|will|won|could|couldn|should|must|may|might";
/** What no noun after an article can be. */
export const clauseVerbs = new RegExp(
  `^(?:(?:${helping})(?:['’]t)?|${bases.map(third).join("|")}|makes|gives|takes|leaves|gets|goes|runs|says|means|works|returns|costs)$`,
);

export const verdictWords = /^(?:Incorrect|Correct|Wrong|Right|True|False|Not|No|Yes)$/;

const adverbs =
  "also|both|all|clearly|simply|therefore|thus|hence|not|each|just|only|obviously|definitely|partially|partly|technically|actually|still|generally|equally|indeed|certainly|probably|plainly|factually|even|completely|entirely|mostly|somewhat|very|quite|more|less|likewise|again";
const qualities =
  "(?:in)?(?:correct|accurate|valid|appropriate|complete|sufficient|adequate|applicable)|wrong|right(?![-\\s]+(?:of|hand|angle))|false|true|untrue|best|distractors?|tempting|(?:im)?plausible|irrelevant|off[- ]topic|impossible|possible|misleading|outdated|nonsense|nonsensical|unrelated|unnecessary|redundant|unsuitable|(?:un)?acceptable|unsupported|eliminated|ruled\\s+out|excluded|rejected|discarded|dismissed|discounted|disregarded|crossed\\s+out|struck\\s+out|(?:too|overly)\\s+(?:broad|narrow|general|specific|vague|strict|late|early|small|large|slow|fast|weak|strong|restrictive|extreme|absolute|simple|complex)";
const roles =
  "(?:the\\s+(?:(?:only|correct|right|best|wrong|proper|intended|expected|obvious|most\\s+\\w+|least\\s+\\w+)\\s+)*(?:answers?|choices?|options?|response|distractor|key|opposite|reverse|converse|exception)|an?\\s+(?:(?:common|valid|classic|good|bad|plausible|wrong|correct)\\s+)*(?:option|answer|choice|distractor|trap|paraphrase|misconception|red\\s+herring))\\b";
/** "is also incorrect", "would not be the right choice": what is said of an option and hardly of anything else. */
export const judgement = String.raw`(?:is|are|was|were|isn['’]t|aren['’]t|(?:would|must|should|could|may|can(?:not)?)(?:\s+not)?\s+be)\s+(?:(?:${adverbs})\s+)*(?:${roles}|(?:the\s+|an?\s+)?(?:only\s+)?(?:(?:more|most|less|least)\s+)?(?:${qualities})\b)`;

const foreignQualities = `falsch|richtig|korrekt|unzutreffend|zutreffend|(?:in)?correct[aoe]?s?|fals[aoei]s?|faux|fausses?|justes?|vrai(?:e?s?)|verdader[oa]s?|verdadeir[oa]s?|ver[aoei]|(?:s?corrett|errat|sbagliat|giust)[aoei]|(?:errad|erróne|(?:in)?corret)[ao]s?|vraies?`;
export const foreignJudgement = String.raw`(?:ist|sind|wäre|wären|es|son|sería|serían|est|sont|serait|è|sono|sarebbe|é|são|seria|está|están|estão)\s+(?:(?:nicht|auch|alle|beide|pas|également|también|também|anche|aussi|ebenfalls|daher|donc|todas?|tous|toutes|tutt[ei]|no|não|non|plus|parcialmente|partiellement)\s+){0,2}(?:${foreignQualities})(?![\wÀ-ɏ])`;
/** Verbs of other languages that speak of an option. */
export const foreignVerbs = String.raw`(?:(?:trifft|treffen)(?:\s+(?:nicht|ebenfalls|auch))?\s+zu|(?:stimmt|stimmen|passt|passen)(?![\wÀ-ɏ])|scheide(?:t|n)\s+aus|beschreib(?:t|en)|verwechsel(?:t|n)|ignorier(?:t|en)|vertausch(?:t|en)|décri(?:t|vent)|confond(?:ent)?|ignore(?:nt)?|convien(?:t|nent)|describen?|confunden?|ignoran?|descrevem?|descriv(?:e|ono)|confond(?:e|ono)|ignorano?)(?![\wÀ-ɏ])`;
