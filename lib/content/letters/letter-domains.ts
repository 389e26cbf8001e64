/** Subjects whose own letters look like those of options: in a sentence about one of them a bare letter proves nothing. */
const domains: readonly (readonly [letters: RegExp, words: RegExp])[] = [
  [
    /[CDRB]/,
    /\b(?:programming|programs?|programmers?|compil\w+|pointers?|languages?|malloc|structs?|Java|JavaScript|Python|Rust|Fortran|Pascal|assembly|assembler)(?![\w])|C\+\+|C#/,
  ],
  [
    /[A-H]/,
    /\b(?:chords?|melod(?:y|ies)|octaves?|semitones?|minor|sharps?|flats?|clef|tonic|Tonart|gamme|violin|guitar|strings?|acordes?|notas?|accords?|accordo|Akkord)\b/,
  ],
  [/[ABO]/, /\b(?:blood\s+(?:groups?|types?)|red\s+cells?|antigens?|antibod(?:y|ies)|transfusions?|Rh)\b/],
  [
    /[A-Z]/,
    /\b(?:triangles?|vert(?:ex|ices)|matri(?:x|ces)|vectors?|subsets?|theorems?|disjoint|hypotenuse|parallelogram|collinear)\b/,
  ],
  [/[A-Z]/, /\b(?:drives?|disks?|partitions?|volumes?)\b.*\b[A-Z]:|\b[A-Z]:.*\b(?:drives?|disks?|partitions?)\b/],
  [/[A-Z]/, /\bis\s+(?:\w+\s+){0,2}an?\s+(?:\w+\s+)?letters?\b/],
  [/[A-Z]/, /\b(?:alphabet|consonants?|vowels?|abbreviat\w+|acronym|initials?)\b/],
  [/[A-Z]/, /\b(?:hosts?|routers?|switch(?:es)?|senders?|receivers?|attackers?|nodes?|peers?)\s+[A-Z]\b/],
  [/[A-Z]/, /\b(?:numerals?|Morse|vowels?)\b|(?<!\p{L})[A-Z]\s+(?:AND|OR|XOR|NAND|NOR)\s+(?:NOT\s+)?[A-Z](?!\p{L})/u],
  // "A ⇒ B", "A + 2B → C"
  [/[A-Z]/, /[⇒⟹⇔∧∨¬∪∩⊂⊆∈]|(?<!\p{L})[A-Z]\s*\+\s*\d?[A-Z]\s*[→⇌=]/u],
];

const standing = /\b(?:stands?|short)\s+for\b|(?<!\p{L})(?:steht|stehen)\s+für(?!\p{L})/u;

/** Whether in `sentence` the letter may belong to the subject and not to an option. */
export function isOfDomain(letter: string, sentence: string): boolean {
  return (
    domains.some(([letters, words]) => letters.test(letter) && words.test(sentence)) ||
    // "In DMAIC, D stands for define."
    (standing.test(sentence) && new RegExp(`\\b[A-Z]*${letter}[A-Z]*\\b`).test(sentence.replace(/\b[A-Z]\b/g, "")))
  );
}
