import { foreignNouns } from "./option-nouns.ts";

/** How one language points at an entry of a list without naming it. Patterns without groups that are counted. */
interface PointingWords {
  /** Words for an entry: "the one", "celle". */
  readonly pronouns: string;
  /** What joins them and a verb: "that", "qui". */
  readonly that: string;
  /** "stands", "figure" */
  readonly verbs: string;
  /** Whether the verb comes after the place, as in German. */
  readonly isVerbLast?: true;
  /** What makes a place narrower: "right", "tout". */
  readonly adverbs: string;
  /** Places that can follow a pronoun: "du bas". */
  readonly ofPlaces: string;
  /** Places that can follow a verb, and begin a sentence before one: "en bas". */
  readonly atPlaces: string;
}

const languages: readonly PointingWords[] = [
  {
    pronouns: "die|der|das|diejenigen?|die\\s+(?:beiden|zwei|drei)",
    that: "die|der|das|welche[rs]?",
    verbs: "steht|stehen|kommt|kommen|genannt|aufgeführt|findet\\s+sich|ist|sind",
    isVerbLast: true,
    adverbs: "ganz|weiter|direkt|unmittelbar|gleich",
    ofPlaces: "darüber|darunter|davor|danach|oben|unten|in\\s+der\\s+Mitte|am\\s+(?:Anfang|Ende|Schluss)",
    atPlaces:
      "darüber|darunter|davor|danach|oben|unten|zuoberst|zuunterst|zuerst|zuletzt|in\\s+der\\s+Mitte|am\\s+(?:Anfang|Ende|Schluss)|an\\s+(?:erster|zweiter|dritter|vierter|letzter)\\s+Stelle",
  },
  {
    pronouns: "(?:celles?|celui|ceux)(?:-(?:ci|là))?|les\\s+(?:deux|trois)",
    that: "qui",
    verbs: "est|sont|figure(?:nt)?|se\\s+trouve(?:nt)?|vien(?:t|nent)|apparaît|apparaissent",
    adverbs: "tout|juste|cité[es]{0,2}|placé[es]{0,2}",
    ofPlaces:
      "du\\s+(?:haut|bas|milieu|dessus|dessous|début)|de\\s+la\\s+fin|d['’]en\\s+(?:haut|bas)|ci-dessus|ci-dessous|d['’]avant|d['’]après|au-dessus|au-dessous|en\\s+dessous|qui\\s+(?:précèdent?|suit|suivent)",
    atPlaces:
      "en\\s+(?:haut|bas|tête)|au\\s+(?:milieu|début)|à\\s+la\\s+fin|avant|après|en\\s+(?:premi(?:er|ère)|deuxième|second|dernier|dernière)(?:\\s+(?:lieu|position|place))?",
  },
  {
    pronouns: "la|las|el|los|aquell[ao]s?|l[ao]s\\s+(?:dos|tres)",
    that: "que",
    verbs: "está|están|figuran?|aparecen?|vienen?|quedan?|se\\s+encuentran?",
    adverbs: "justo|más|inmediatamente|listad[ao]s?|citad[ao]s?",
    ofPlaces:
      "de\\s+(?:más\\s+)?(?:arriba|abajo|en\\s+medio|antes|después)|del\\s+(?:medio|principio|final|centro|comienzo)",
    atPlaces:
      "arriba|abajo|en\\s+medio|antes|después|primero|al\\s+(?:principio|final)|en\\s+(?:primer|segundo|tercer|cuarto|último)\\s+lugar",
  },
  {
    pronouns: "a|as|o|os|aquel[ae]s?|as\\s+(?:duas|três)|os\\s+(?:dois|três)",
    that: "que",
    verbs: "está|estão|figuram?|aparecem?|vem|vêm|ficam?|se\\s+encontram?",
    adverbs: "logo|mais|imediatamente|bem|listad[ao]s?|citad[ao]s?",
    ofPlaces: "de\\s+(?:cima|baixo|antes|depois)|do\\s+(?:meio|início|começo|fim|topo)",
    atPlaces:
      "acima|abaixo|antes|depois|primeiro|no\\s+(?:topo|meio|início|começo|fim|final)|em\\s+(?:cima|baixo)|em\\s+(?:primeiro|segundo|terceiro|quarto|último)\\s+lugar|por\\s+último",
  },
  {
    pronouns: "quell[aeio]|le\\s+(?:due|tre)|i\\s+(?:due|tre)",
    that: "che",
    verbs: "è|sono|sta|stanno|si\\s+trova(?:no)?|compare|compaiono|figura(?:no)?|viene|vengono",
    adverbs: "più|proprio|subito|citat[aeio]|elencat[aeio]",
    ofPlaces:
      "(?:in|al)\\s+(?:alto|basso|mezzo|cima|fondo|centro)|(?:di\\s+)?(?:sopra|sotto|mezzo)|all['’]inizio|alla\\s+fine",
    atPlaces:
      "in\\s+(?:alto|basso|mezzo|cima|fondo)|sopra|sotto|prima|dopo|al\\s+(?:centro|(?:primo|secondo|terzo|quarto|ultimo)\\s+posto)|all['’]inizio|alla\\s+fine|per\\s+(?:prim|ultim)[aoei]",
  },
];

/** Sources of patterns, each followed by `isOver`: "celle du bas", "la que figura arriba", "Ganz oben steht …". */
export function pointingPatterns(isOver: string): readonly string[] {
  return languages.flatMap(({ pronouns, that, verbs, isVerbLast, adverbs, ofPlaces, atPlaces }) => {
    const place = String.raw`(?:(?:${adverbs})\s+){0,2}(?:${ofPlaces}|${atPlaces})`;
    const relative = isVerbLast
      ? String.raw`,?\s+(?:${that})\s+${place}\s+(?:${verbs})`
      : String.raw`\s+${that}\s+(?:${verbs})\s+${place}`;
    return [
      String.raw`(?:${pronouns}|${foreignNouns})\s+(?:(?:${adverbs})\s+){0,2}(?:${ofPlaces})${isOver}`,
      String.raw`(?:${pronouns}|${foreignNouns})${relative}(?!\p{L})`,
      String.raw`(?<=(?:^|[.!?]\s+|\n)(?:(?:${adverbs})\s+)?)(?:${atPlaces})\s+(?:${verbs})(?!\p{L})`,
    ];
  });
}
