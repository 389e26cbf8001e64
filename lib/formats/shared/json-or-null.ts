/** What a text says as JSON, for a shape to judge; null for what is not JSON, which no shape here takes. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Says that it is not JSON, as every shape will.
    return null;
  }
}
