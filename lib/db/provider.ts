export type Provider = "sqlite" | "postgresql";

/** Which of the two databases an address names. Throws on any other scheme: the environment has been checked before. */
export function providerOf(url: string): Provider {
  if (url.startsWith("file:")) return "sqlite";
  if (/^postgres(ql)?:\/\//.test(url)) return "postgresql";
  throw new Error(`a database address begins with file: or postgresql://, not ${url.split(":")[0]}:`);
}
