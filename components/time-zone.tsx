import { headers } from "next/headers";

/** Runs `script`, which tells the server the time zone of the device, so that a learner's days are their own. Without script they are UTC's. */
export async function TimeZone({ script }: { script: string }) {
  // The policy of the pages runs no inline script without this reply's nonce; see lib/server/secure-replies.ts.
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}
