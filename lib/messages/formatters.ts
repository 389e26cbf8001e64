/** At most this many of a kind are kept: their locales and time zones come from visitors. */
const most = 500;

/** Makes a formatter once for each locale with its options: to make one takes a hundred times as long as to use it. */
function kept<O extends object, F>(make: (locale: string, options: O) => F): (locale: string, options?: O) => F {
  const made = new Map<string, F>();
  return (locale, options = {} as O) => {
    const key = locale + JSON.stringify(options);
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const format = make(locale, options);
    made.set(key, format);
    return format;
  };
}

export const dateFormat = kept<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(
  (locale, options) => new Intl.DateTimeFormat(locale, options),
);
export const listFormat = kept<Intl.ListFormatOptions, Intl.ListFormat>(
  (locale, options) => new Intl.ListFormat(locale, options),
);
export const numberFormat = kept<Intl.NumberFormatOptions, Intl.NumberFormat>(
  (locale, options) => new Intl.NumberFormat(locale, options),
);
export const pluralRules = kept<Intl.PluralRulesOptions, Intl.PluralRules>(
  (locale, options) => new Intl.PluralRules(locale, options),
);
export const relativeFormat = kept<Intl.RelativeTimeFormatOptions, Intl.RelativeTimeFormat>(
  (locale, options) => new Intl.RelativeTimeFormat(locale, options),
);
