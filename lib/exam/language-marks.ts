/** Scripts that are written from right to left. */
const fromRight = ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

/** The attributes of an element whose text is in a language of its own. */
export interface LanguageMarks {
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
}

/** What marks a text of an exam, within a page of any language; nothing where the exam does not say its language. */
export function languageMarks(language: string | null | undefined): LanguageMarks {
  if (language == null) return {};
  const { script = "" } = new Intl.Locale(language).maximize();
  return { lang: language, dir: fromRight.includes(script) ? "rtl" : "ltr" };
}

/** The same around HTML. A `span` for what may stand in a label. */
export function markedHtml(html: string, language: string | null | undefined, element: "div" | "span" = "div"): string {
  const { lang, dir } = languageMarks(language);
  return lang === undefined || html === "" ? html : `<${element} lang="${lang}" dir="${dir}">${html}</${element}>`;
}
