import { z } from "zod";

/** Base64url, as browsers write bytes. Anything else, such as a NUL, would reach the database. */
const bytes = z.base64url().max(4000);
const common = { id: bytes, rawId: bytes, type: z.literal("public-key"), clientExtensionResults: z.object({}) };
const transports = z
  .array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]))
  .max(7)
  .optional();

/** The fields of a new passkey that the sign-in library reads, and nothing else. */
export const madePasskey = z.object({
  ...common,
  response: z.object({ clientDataJSON: bytes, attestationObject: z.base64url().max(50_000), transports }),
});

/** What a browser sends when a passkey has signed. */
export const usedPasskey = z.object({
  ...common,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
});

/** Reads a passkey from the text of its JSON. Null for anything else. */
export function readPasskey<Shape extends typeof madePasskey | typeof usedPasskey>(
  shape: Shape,
  text: unknown,
): z.infer<Shape> | null {
  if (typeof text !== "string" || text.length > 100_000) return null;
  try {
    return (shape.safeParse(JSON.parse(text)).data as z.infer<Shape> | undefined) ?? null;
  } catch {
    return null;
  }
}
