/** Words that some program mistakes for something else. */
const words = [
  ..."null undefined NULL nil None NaN Infinity -Infinity true false TRUE yes no on off".split(" "),
  ..."0 -0 1e1000 0x1F 0b11 1_000 007 1,5 1.5.2 .5 5. ١٢٣ ½ Ⅷ ²".split(" "),
  ..."constructor __proto__ prototype toString hasOwnProperty valueOf then length".split(" "),
  ..."CON PRN AUX LPT1 .htaccess index.html robots.txt ../../etc/hosts C:\\boot.ini ~root".split(" "),
  ..."=1+1 +1 -1 @SUM(A1) |calc %PATH% $HOME $(id) `id` {{7*7}} <%=7%> #{7} %s %n %x%x %00 %0a".split(" "),
  ..."' '' \" \\ \\\\ ; -- /* */ # OR ' OR 1=1-- '; DROP TABLE x;-- 1;SELECT 1 admin'/*".split(" "),
  ..."< > <> </ <b> </p> <br/> <!-- --> <![CDATA[ ]]> &amp; &lt; &#0; &nbsp; &notanentity; &".split(" "),
  ...'{"a":1} [] {} [1,2 {"__proto__":{"a":1}} "\\u0000" <?xml?> <?php &x; yaml:&a *a !!js'.split(" "),
  ..."http://a b:c javascript:x data:, //example.org mailto:a@b file:///etc urn:x a@b.c @ada @everyone #1".split(" "),
];
/** Letters and signs of many scripts, and what joins them. */
const scripts = [
  "Grüße",
  "Ærøskøbing",
  "Łódź",
  "İstanbul ıı",
  "Straße STRASSE",
  "Ελληνικά σς",
  "Русский",
  "українська",
  "עברית",
  "العربية",
  "فارسی ۴۵",
  "हिन्दी",
  "বাংলা",
  "தமிழ்",
  "ไทย",
  "မြန်မာ",
  "ქართული",
  "አማርኛ",
  "中文",
  "日本語ﾊﾝｶｸ",
  "한국어",
  "한국어",
  "𠜎𠜱𡿨",
  "𝔘𝔫𝔦",
  "ﬀﬁ",
  "e\u0301 é",
  "a\u0300\u0301\u0302\u0303\u0304\u0305",
  "Z\u0351\u036b\u0343a\u0321\u034el\u0330g\u0318o",
  "👩‍👩‍👧‍👦",
  "🏳️‍🌈",
  "👍🏽",
  "🇪🇺",
  "☃︎ ☃️",
  "①②③",
  "→ ∑ ∞ ≠",
  "ⒶⒷ",
  "︻デ═一",
  "¯\\_(ツ)_/¯",
];
/** Invisible characters: controls, direction marks, joiners, spaces of all widths, line breaks. */
const unseen = [
  0x00, 0x01, 0x07, 0x08, 0x09, 0x0b, 0x0c, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0xa0, 0xad, 0x34f, 0x61c, 0x1680,
  0x180e, 0x2000, 0x2003, 0x2009, 0x200a, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b,
  0x202d, 0x202e, 0x202f, 0x205f, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0x3000, 0x3164, 0xfe0f, 0xfeff, 0xfff9,
  0xfffc, 0xfffd, 0xfffe, 0xffff, 0xe0001, 0xe0061, 0xf0000, 0x10ffff,
].map((code) => String.fromCodePoint(code));
const long = [
  "a".repeat(39),
  "a".repeat(41),
  "ä ".repeat(100),
  "👍".repeat(21),
  "x".repeat(1_001),
  "𠜎".repeat(4_001),
  "a\n".repeat(30),
];
const frames = [(text: string) => text, (text: string) => `a ${text} b`, (text: string) => `${text}${text}${text}`];

/** 515 texts that programs mishandle, made of short pieces. Without lone surrogates: no form can send one. */
export const oddTexts: readonly string[] = [
  ...new Set([...long, ...[...words, ...scripts, ...unseen].flatMap((piece) => frames.map((frame) => frame(piece)))]),
].slice(0, 515);
