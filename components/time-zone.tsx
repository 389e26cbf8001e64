import { headers } from "next/headers";

/**
 * Runs `script`, which reports the time zone of the device to the server, so that days are those of the learner.
 * Without script they are those of UTC.
 */
export async function TimeZone({ script }: { script: string }) {
  // The policy allows only inline scripts with this reply's nonce; see lib/server/secure-replies.ts.
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}
