import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** What can open a connection from the server to somebody else. */
const callsOut =
  /\bfetch\(|(?:from |import\()"(?:(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?|undici|nodemailer|pg|better-auth|@opentelemetry\/exporter[^"]*|@prisma\/adapter-pg)"/;
/** Types, the class of a server, and what reads an address call nobody. */
const harmless = /^import (?:type .*|\{(?: (?:type \w+|Server|isIPv?[46]?),?)+ \} from "node:(?:http|net)";)$/gm;

/** What the server calls, and where its address comes from. */
const allowed: Readonly<Record<string, string>> = {
  "lib/auth/write/auth.ts": "the provider of OIDC_ISSUER",
  "lib/db/adapter.ts": "the database of DATABASE_URL",
  "lib/db/postgres.ts": "the database of DATABASE_URL",
  "lib/discussion/live/hear-other-instances.ts": "the database of DATABASE_URL",
  "lib/mail/mailer.ts": "the mail server of SMTP_URL",
  "lib/tracing/start-tracing.ts": "the collector of OTEL_EXPORTER_OTLP_ENDPOINT",
};

it("calls the database, the mail server, the provider and the collector of the settings, and nobody else", () => {
  const files = ["app", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const served = files.filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !/\.test\.ts$|^lib\/cli\//.test(file));
  expect('import { request } from "node:https";'.replace(harmless, "")).toMatch(callsOut);
  const found = served.filter((file) => callsOut.test(readFileSync(file, "utf8").replace(harmless, "")));
  expect(found.sort()).toEqual(Object.keys(allowed).sort());
});
