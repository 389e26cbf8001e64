/** The languages of the interface, each with its own name for itself. */
export const languageNames = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof languageNames;

export const languages = Object.keys(languageNames) as readonly Language[];

/**
 * English with accents, 40 % longer and mirrored: shows what was never translated and what breaks. For tests and developers:
 * only an installation whose own language it is shows it.
 */
export const pseudoLanguage = "en-XA";

/** A language that pages are written in. */
export type LanguageChoice = Language | typeof pseudoLanguage;

export function isLanguage(name: unknown): name is Language {
  return languages.some((language) => language === name);
}

/** Text direction of pages in this language. */
export function directionOf(language: LanguageChoice): "ltr" | "rtl" {
  return language === pseudoLanguage ? "rtl" : "ltr";
}

interface Wishes {
  /** What was chosen in the settings. */
  readonly setting: Language | null;
  /** The header `Accept-Language`. */
  readonly accepted: string;
  /** The installation's own. */
  readonly fallback: LanguageChoice;
}

/** The language of the words, and the locale that dates and numbers follow: "de" and "de-AT". */
export interface ChosenLanguage {
  readonly language: LanguageChoice;
  readonly locale: string;
}

/**
 * The setting decides, then the languages that the browser asks for, then the installation. The region comes from the
 * browser.
 */
export function chooseLanguage({ setting, accepted, fallback }: Wishes): ChosenLanguage {
  if (fallback === pseudoLanguage && setting === null) return { language: fallback, locale: "en" };
  const wanted = wantedLocales(accepted);
  const language =
    setting ?? wanted.flatMap((locale) => languages.filter((own) => own === baseOf(locale)))[0] ?? fallback;
  return { language, locale: wanted.find((locale) => baseOf(locale) === language) ?? language };
}

/** "de-AT,de;q=0.9,en;q=0.5" as existing locales, the most wanted first. */
function wantedLocales(accepted: string): readonly string[] {
  return accepted
    .split(",")
    .slice(0, 20)
    .map((entry) => {
      const [name = "", quality] = entry.trim().split(/\s*;\s*q=/);
      return { name, weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ name, weight }) => weight > 0 && /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?$/i.test(name))
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ name }) => Intl.getCanonicalLocales(name));
}

function baseOf(locale: string): string {
  return locale.split("-")[0] ?? locale;
}
