/** C, D and R are languages, too, where a text is about programming. */
export const languageNamed =
  /\b[CDR]\s+(?:languages?|compilers?|programs?|programmers?|librar(?:y|ies)|code|source|preprocessor)\b/;
export const aboutPrograms =
  /\b(?:programming|programs?|compil\w+|pointers?|languages?|malloc|struct|Java|Python|Rust|C\+\+)(?![\w])/;
