/** Words that find an option by where it stands: "the first option", "the last two answers", "option 2", "the choice above". */
export const countedOptions =
  /\b[Tt]he\s+(?:first|second|third|fourth|fifth|sixth|last)\s+(?:two\s+|three\s+)?(?:options?|choices?|answer\s+choices?|answers?)\b|\b(?:[Oo]ptions?|[Cc]hoices?)\s+(?:number\s+)?[1-9](?:\s*(?:,|and|or|&|-|–)\s*[1-9])*(?![\w.%])|\b[Tt]he\s+(?:options?|choices?|answers?)\s+(?:above|below)\b/g;
