/** Texts that have overwhelmed Markdown parsers, each about `length` characters long if its kind allows it. */
export function hostileMarkdown(size: number): Readonly<Record<string, string>> {
  const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const steps = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join("\n");

  const texts = {
    "nested lists with blank lines": steps(440, (index) => `${" ".repeat(index)}- a\n`),
    "deep nested lists with blank lines": steps(300, (index) => `${"  ".repeat(index)}- a\n`),
    "one list with many blank lines": fill("- a\n\n  "),
    "10,000 nested quotes": `${">".repeat(10_000)} a`,
    "quotes that deepen": steps(400, (index) => `${"> ".repeat(index)}a\n`),
    "quotes and lists": fill("> - "),
    "numbered lists in one line": fill("1. "),
    brackets: fill("["),
    "bracket pairs": fill("[]("),
    "unclosed links": fill("[a]("),
    "unclosed images": fill("!["),
    "link destinations": fill("[a](<b"),
    "parentheses in a destination": `[a](b${fill("(")}`,
    references: fill("[a][b]"),
    definitions: fill("[a]: b\n"),
    stars: fill("*"),
    "strong stars": fill("****"),
    "unclosed emphasis": fill("*a _b "),
    "unclosed strong": fill("**a *b "),
    "nested emphasis": `${"*".repeat(size / 2)}a${"*".repeat(size / 2)}`,
    tildes: fill("~~a "),
    backticks: fill("`a"),
    "growing backticks": steps(400, (index) => "`".repeat(index)),
    fences: fill("```\n"),
    tables: `${"|a".repeat(200)}\n${"|-".repeat(200)}\n${fill("|b")}`,
    "rows without cells": `|${"a|".repeat(100)}\n|${"-|".repeat(100)}\n${fill("|\n")}`,
    "open tags": fill("<a "),
    comments: fill("<!--"),
    declarations: fill("<!A "),
    instructions: fill("<?"),
    cdata: fill("<![CDATA["),
    autolinks: fill("<http://a"),
    "bare addresses": fill("http://a."),
    "mail addresses": fill("a@b."),
    www: fill("www.a"),
    entities: fill("&#x0;&amp"),
    "numeric entities": fill("&#x0;"),
    "underscores in words": fill("a_"),
    "entities in many paragraphs": fill(`${"&amp;".repeat(100)}\n\n`),
    backslashes: fill("\\"),
    dollars: fill("$"),
    formulas: fill("$a$ "),
    "unclosed formulas": fill("$a "),
    headings: fill("# a\n"),
    underlines: fill("a\n=\n"),
    spaces: `a${" ".repeat(size)}b`,
    "line feeds": fill("\n"),
    "carriage returns": fill("\r"),
    tabs: fill("\t-\t"),
    "combining marks": fill("e\u0301\u0302"),
    surrogates: fill("😀"),
    "lone surrogates": fill("\ud800"),
    nul: fill("\0a"),
  };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.slice(0, size)]));
}

/** Formulas that would take long or grow without end, each repeated to fill `size` characters. */
export function hostileFormulas(size: number): Readonly<Record<string, string>> {
  const many = (tex: string): string => `$${tex}$ `.repeat(Math.max(1, Math.floor(size / (tex.length + 3))));
  return {
    "of braces": many("{".repeat(1_900)),
    "of braces that close": many(`${"{".repeat(38)}x${"}".repeat(38)}`),
    "of fractions": many(`${"\\frac{1}{".repeat(38)}x${"}".repeat(38)}`),
    "of roots": many(`${"\\sqrt ".repeat(39)}x`),
    "of matrices": many(`\\begin{matrix}${"a&".repeat(900)}b\\end{matrix}`),
    "that expand": many("\\def\\a{\\b\\b}\\def\\b{\\c\\c}\\def\\c{\\d\\d}\\def\\d{xxxxxxxx}\\a\\a\\a\\a"),
    "that call themselves": many("\\def\\a{\\a\\a}\\a"),
    "of superscripts": many(`${"a^{".repeat(38)}x${"}".repeat(38)}`),
    "of primes": many("a'".repeat(900)),
    "of letters": many("x+".repeat(950)),
    short: many("x"),
  };
}
