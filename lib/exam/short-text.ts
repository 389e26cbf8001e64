/** The text, or its first words up to `longest` characters and "…". */
export function shortText(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, "")} …`;
}
