/** Verbs and judgements that follow the letter of an option. */

/** What statements and options do: nothing else describes, overlooks or contradicts. */
const speech = `describe refer confuse mention mix swap reverse miss misread misstate misinterpret misunderstand
contradict violate assume omit overlook forget neglect ignore address concern sound look seem appear define explain
conflate name state claim suggest apply fail exaggerate overstate invert repeat rephrase restate answer satisfy meet match
fit disagree correspond reflect misrepresent misattribute oversimplify understate misuse misapply overgeneralize imply
paraphrase presuppose concede quote cite`;
/** What things do as well as options. */
const action = `lose cover require need solve handle use break introduce keep drop double change add remove reduce create list
measure count provide ensure prevent support lack allow combine relate leak lock block hide waste skip test treat slow
affect avoid cause limit improve worsen delay expose protect enforce enable disable bypass duplicate represent involve
contain present offer depend focus rely produce generate compute`;
/** What solutions, commands and measures do, and hardly a thing that only a letter names. */
const service = `store work happen belong convert check validate grant deny encrypt decrypt delete assign replace restrict
retain save update select filter sort query scale specify identify indicate monitor detect mitigate eliminate verify
authenticate authorize restore replicate distribute deploy configure install execute terminate delegate transfer cost use
require need provide ensure prevent support lack allow combine lock block waste test expose protect enforce enable disable
bypass duplicate involve offer create change remove reduce introduce break solve handle ignore skip cause limit leak hide`;

const third = (base: string): string =>
  /(?:s|x|ch|sh)$/.test(base) ? `${base}es` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
const basesOf = (words: string) => words.split(/\s+/).filter((word) => word !== "");

/** "describes" after one letter, "describe" after several. */
export const oneSays = `(?:${basesOf(speech).map(third).join("|")})`;
export const severalSay = `(?:${basesOf(speech).join("|")})`;
export const oneDoes = `(?:${basesOf(action).map(third).join("|")})`;
export const severalDo = `(?:${basesOf(action).join("|")})`;

/** "encrypts" after one letter, "encrypt" after several. */
export const oneServes = `(?:${basesOf(service).map(third).join("|")}|takes\\s+(?:too|longer|more|less))`;
export const severalServe = `(?:${basesOf(service).join("|")})`;

const adverbs =
  "so|also|both|all|only|half|clearly|simply|therefore|thus|hence|not|each|just|only|obviously|definitely|partially|partly|technically|actually|still|generally|equally|indeed|certainly|probably|plainly|factually|even|completely|entirely|mostly|somewhat|very|quite|more|less|likewise|again|never|always|far|close\\s+but|nearly|almost|rather|immediately|easily|safely";
const qualities =
  "(?:in)?(?:correct|accurate|valid|appropriate|complete|sufficient|adequate|applicable)|wrong|right(?![-\\s]+(?:of|hand|angle))|false|true|untrue|best|distractors?|tempting|(?:im)?plausible|irrelevant|off[- ]topic|impossible|possible|misleading|outdated|nonsense|nonsensical|unrelated|unnecessary|unneeded|needed|(?:un)?justified|mentioned|irrelevant|relevant|asked(?:\\s+for)?|supported|true|redundant|unsuitable|(?:un)?acceptable|unsupported|eliminated|ruled\\s+out|excluded|rejected|discarded|dismissed|discounted|disregarded|crossed\\s+out|struck\\s+out|close(?=,?\\s+but)|out\\s+of\\s+the\\s+question|off\\s+the\\s+(?:mark|table)|out(?=\\s*(?:[.,;:)]|$))|out\\s+of\\s+(?:scope|place|date)|mutually\\s+exclusive|contraindicated|beside\\s+the\\s+point|half[- ]true|(?:not|never)\\s+enough|a\\s+non-?starter|(?:too|overly)\\s+(?:broad|narrow|general|specific|vague|strict|late|early|small|large|big|slow|fast|weak|strong|costly|expensive|cheap|risky|complicated|restrictive|extreme|absolute|simple|complex)";
const roles =
  "(?:the\\s+(?:[a-z-]+\\s+){0,3}?(?:answers?|choices?|options?|response|distractor|pick|key|opposite|reverse|converse|exception)|an?\\s+(?:(?:common|valid|classic|good|bad|plausible|wrong|correct)\\s+)*(?:option(?!\\s+letter)|answer|choice|distractor|trap|paraphrase|misconception|mistake|error|fallacy|myth|half-truth|red\\s+herring))\\b|the\\s+(?:only\\s+|correct\\s+|right\\s+)?one(?:\\s+(?:that|which|to|we|you|asked))";
/** "is also incorrect", "would not be the right choice": what is said of an option and hardly of anything else. */
export const judgement = String.raw`(?:(?:alone|too|itself|themselves|however|therefore|also|by\s+itself),?\s+)?(?:is|are|was|were|isn['’]t|aren['’]t|(?:would|must|should|could|might|may|can(?:not)?)(?:\s+not)?(?:\s+also)?\s+(?:be|have\s+been))\s+(?:(?:${adverbs})\s+)*(?:${roles}|(?:the\s+|an?\s+)?(?:only\s+)?(?:(?:more|most|less|least)\s+)?(?:${qualities})\b)`;

/** What is said of answers and statements alone. */
export const calledRight = String.raw`(?:is|are|was|were|isn['’]t|aren['’]t|(?:would|must|cannot)\s+be)\s+(?:(?:not|also|both|all|clearly|therefore|simply|just)\s+)*(?:(?:in)?correct|wrong|false|true|right(?![-\s]+(?:of|hand|angle))|the\s+(?:[a-z]+\s+)?(?:answer|key|distractor)|an?\s+distractor)(?![\p{L}])`;

const german =
  "falsch|richtig|korrekt|inkorrekt|unzutreffend|zutreffend|wahr|unwahr|unpassend|passend|ungeeignet|irreführend|unvollständig|unsinnig|sinnlos|plausibel|unplausibel|ausgeschlossen|auszuschließen|irrelevant|unmöglich|zulässig|unzulässig|möglich|erfüllt|die\\s+(?:richtige|korrekte|beste|einzige|falsche)\\s+(?:Antwort|Lösung|Wahl|Option)|ein\\s+Ablenker|eine\\s+Falle|zu\\s+(?:allgemein|eng|weit|langsam|teuer|klein|groß|spät|früh)";
const romance =
  "(?:in)?correct[aoe]?s?|fals[aoei]s?|faux|fausses?|justes?|inexact[ae]?e?s?|exactes?|vrai(?:e?s?)|verdader[oa]s?|verdadeir[oa]s?|ver[aoei]|(?:s?corrett|errat|sbagliat|giust|esatt|inesatt)[aoei]|(?:errad|erróne|(?:in)?corret|equivocad|inválid|absurd)[ao]s?|vraies?|incomplèt?es?|incomplet[aoe]?s?|hors\\s+sujet|à\\s+(?:exclure|éliminer|écarter)|un\\s+piège|la\\s+(?:bonne|mauvaise|seule)|la\\s+(?:respuesta|resposta|risposta|correcta|correta|corretta|única|incorrecta)|una\\s+trampa|un\\s+(?:distracteur|leurre|distractor|distrattore)|um\\s+distrator|quella\\s+(?:corretta|giusta|sbagliata)|v[áa]lid[aoe]s?|valides?|valables?|adaptée?s?|adecuad[ao]s?|adequad[ao]s?|adatt[aeio]|ciert[ao]s?|cert[ao]s?|pertinent(?:es?|[ei])|aplicables?|aplicáve(?:l|is)|suficientes?|suffisante?s?|imposibles?|impossíve(?:l|is)|impossibil[ei]";
const northern =
  "juist|onjuist|fout|goed|waar|onwaar|rätt|fel|sann|falsk|riktigt?|feil|rigtigt?|forkert|poprawn[aey]|błędn[aey]|fałszyw[aey]|prawdziw[aey]|doğru|yanlış";
const foreignQualities = `${german}|${romance}|${northern}`;
export const foreignJudgement = String.raw`(?:n['’]est\s+pas|ne\s+sont\s+pas|no\s+(?:es|son|está|están|sería)|não\s+(?:é|são|está|estão|seria)|non\s+(?:è|sono|sarebbe)|ist|sind|wäre|wären|is|zijn|är|er|jest|są|es|son|sería|serían|est|sont|serait|è|sono|sarebbe|é|são|seria|está|están|estão)\s+(?:(?:nicht|zwar|hier|somit|daher|damit|eindeutig|offensichtlich|nur|ebenso|niet|inte|ikke|nie|ook|också|wel|pas|auch|alle|beide|évidemment|clairement|claramente|ovviamente|chiaramente|evidentemente|totalmente|completamente|solo|sólo|également|también|também|anche|aussi|ebenfalls|daher|donc|todas?|tous|toutes|tutt[ei]|no|não|non|plus|parcialmente|partiellement)\s+){0,3}(?:${foreignQualities})(?![\wÀ-ɏ])`;
/** Verbs of other languages that speak of an option. */
export const foreignVerbs = String.raw`(?:(?:trifft|treffen)(?:\s+(?:nicht|ebenfalls|auch|hier|daher|somit|nur|ebenso))*\s+zu|(?:entfällt|entfallen|nennt|nennen|erfüll(?:t|en)|widersprich(?:t|en)|beantworte(?:t|n)|verletz(?:t|en)|übersieht|übersehen|vergisst|vergessen|klingt|klingen|vermisch(?:t|en))(?![\wÀ-ɏ])|(?:(?:si|se)\s+(?:riferisc(?:e|ono)|refieren?|referem?|trata)|refere[-]se|referem-se|se\s+réfèr(?:e|ent)|bezieh(?:t|en)\s+sich|betr(?:ifft|effen)|corresponde[nm]?|corrispond(?:e|ono)|correspond(?:ent)?)(?![\wÀ-ɏ])|(?:kommt|kommen)(?:\s+(?:hier|daher|also|somit|nicht))*\s+(?:in\s?[Ff]rage|infrage)(?![\wÀ-ɏ])|gehör(?:t|en)(?![\wÀ-ɏ])|(?:si\s+(?:esclud(?:e|ono)|scarta(?:no)?|elimina(?:no)?)|se\s+(?:descartan?|excluyen?|eliminan?|excluem|descartam|eliminam)|s[’']exclu(?:t|ent)|s[’']élimine(?:nt)?)(?![\wÀ-ɏ])|(?:klopt|kloppen|valt\s+af|vallen\s+af)(?![\wÀ-ɏ])|(?:stimmt|stimmen|passt|passen)(?![\wÀ-ɏ])|scheide(?:t|n)\s+aus|beschreib(?:t|en)|verwechsel(?:t|n)|ignorier(?:t|en)|vertausch(?:t|en)|décri(?:t|vent)|confond(?:ent)?|ignore(?:nt)?|convien(?:t|nent)|describen?|confunden?|ignoran?|olvidan?|mezclan?|(?:no\s+)?(?:cumplen?|responden?|tienen?\s+sentido|sirven?|aplican?)|oublie(?:nt)?|mélange(?:nt)?|(?:ne\s+)?(?:répond(?:ent)?|respecte(?:nt)?)|(?:não\s+)?(?:atendem?|cumprem?|respondem?|fazem?\s+sentido)|misturam?|esquecem?|(?:non\s+)?(?:rispetta(?:no)?|rispond(?:e|ono))|dimentica(?:no)?|descrevem?|descriv(?:e|ono)|confond(?:e|ono)|ignorano?)(?![\wÀ-ɏ])`;
