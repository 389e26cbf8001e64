import { isIP } from "node:net";
import { z } from "zod";
import { languages, pseudoLanguage } from "#lib/messages/languages";
import { readSecretFiles } from "./secret-files.ts";

const flag = z.enum(["true", "false", "1", "0"]).transform((value) => value === "true" || value === "1");

/** In characters: a secret that signs cookies must be impossible to guess. */
export const shortestSecret = 32;

const shape = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z
    .string()
    .refine((host) => host === "localhost" || isIP(host) !== 0)
    .optional(),
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isOrigin)
    .optional(),
  DATABASE_URL: z
    .string()
    .refine((url) => /^file:[^?#]*[^/?#]$/.test(url) || (/^postgres(ql)?:/.test(url) && isAddress(url)))
    .default("file:./data/mockdown.db"),
  CONTENT_DIR: z.string().min(1).default("./content"),
  CONTENT_EDIT_URL: z.url({ protocol: /^https?$/ }).optional(),
  CONTENT_EXAM: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .optional(),
  AUTH_SECRET: z.string().min(shortestSecret).optional(),
  ADMIN_EMAIL: z.email().optional(),
  SMTP_URL: z
    .string()
    .refine((url) => /^smtps?:/.test(url) && isAddress(url))
    .optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: flag.default(false),
  REQUIRE_ACCOUNT: flag.default(false),
  REGISTRATION: z.enum(["open", "invitation", "closed"]).default("open"),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(7),
  DEFAULT_LANGUAGE: z.enum([...languages, pseudoLanguage]).default("en"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  STOP_TIMEOUT_SECONDS: z.coerce.number().int().min(0).max(600).default(10),
});

const escaped = "with %40 for an @ in the password, %2F for a / and so on";
const expected: Readonly<Record<keyof Environment, string>> = {
  PORT: "a whole number from 0 to 65535, such as 3000",
  HOST: "an address of this machine, such as 127.0.0.1 for programs on this machine alone, or unset for all its addresses",
  BASE_URL: "the address that others use, without a path, such as https://exams.example.org",
  DATABASE_URL: `file: and a file without options, such as file:./data/mockdown.db, or postgresql://user:password@host/database, ${escaped}`,
  CONTENT_DIR: "a folder, such as ./content",
  CONTENT_EDIT_URL:
    "where the files of CONTENT_DIR are edited, such as https://github.com/you/questions/edit/main/content, or unset",
  CONTENT_EXAM:
    "the name of the exam in addresses, such as my-questions, when CONTENT_DIR is the folder of that one exam, or unset",
  AUTH_SECRET: `at least ${shortestSecret} characters, such as those that openssl rand -base64 33 prints`,
  ADMIN_EMAIL: "an email address, such as name@example.org",
  SMTP_URL: `smtp://user:password@host:587 or smtps://…, ${escaped}`,
  OIDC_ISSUER: "the address of an OpenID Connect provider, such as https://accounts.google.com",
  OIDC_CLIENT_ID: "what the provider calls this installation",
  OIDC_CLIENT_SECRET: "what the provider gave with OIDC_CLIENT_ID",
  OTEL_EXPORTER_OTLP_ENDPOINT: "the address of a collector that accepts OTLP over HTTP, such as http://127.0.0.1:4318",
  METRICS_TOKEN: "at least 16 characters, such as those that openssl rand -base64 24 prints",
  TRUST_PROXY: "true or false",
  REQUIRE_ACCOUNT: "true or false",
  REGISTRATION: "open, invitation or closed",
  BACKUP_DIR: "a folder for backups of this installation alone, such as /backup/mockdown",
  BACKUP_KEEP: "how many backups are kept, a whole number from 1 to 1000, such as 7",
  DEFAULT_LANGUAGE: `the language for browsers that ask for no available one: ${languages.join(" or ")}`,
  LOG_LEVEL: "debug, info, warn or error",
  STOP_TIMEOUT_SECONDS: "a whole number of seconds from 0 to 600, such as 10",
};
const mayBePrinted = [
  "PORT",
  "HOST",
  "BASE_URL",
  "CONTENT_DIR",
  "CONTENT_EDIT_URL",
  "CONTENT_EXAM",
  "ADMIN_EMAIL",
  "TRUST_PROXY",
  "REQUIRE_ACCOUNT",
  "REGISTRATION",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "BACKUP_DIR",
  "BACKUP_KEEP",
  "DEFAULT_LANGUAGE",
  "LOG_LEVEL",
  "STOP_TIMEOUT_SECONDS",
];

/** What the address of a database must be; null when `url` is one. */
export function databaseUrlProblem(url: string): string | null {
  return shape.shape.DATABASE_URL.safeParse(url).success ? null : expected.DATABASE_URL;
}

/** The pages and their links begin at the root of their host. */
function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash } = new URL(url);
  return pathname + search + hash === "/";
}

/** `scheme://…` that can be parsed: a raw # or % in a password makes that impossible. */
function isAddress(url: string): boolean {
  if (!/^\w+:\/\//.test(url) || !URL.canParse(url)) return false;
  try {
    return decodeURIComponent(url) !== "" && !url.includes("#");
  } catch {
    return false;
  }
}

const oidcSettings = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** A provider needs three settings, and BASE_URL, to which it leads back. */
function oidcMistakes(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const isSet = (name: string) => Boolean(given[name] || given[`${name}_FILE`]);
  if (!oidcSettings.some(isSet)) return [];
  const missing = [...oidcSettings, "BASE_URL"].filter((name) => !isSet(name));
  return missing.map((name) => `${name}: required with ${oidcSettings.filter(isSet).join(" and ")}`);
}

export type Environment = z.infer<typeof shape>;

/** Settings that cannot be used. The message names every mistake, one per line. */
export class BadEnvironment extends Error {
  override name = "BadEnvironment";
}

/**
 * The settings in `variables` and in the files that they name, with defaults for absent or empty ones. Throws
 * `BadEnvironment` with every mistake at once. PostgreSQL requires an `AUTH_SECRET`: instances that each created their
 * own would not accept each other's sessions.
 */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const { given, mistakes } = readSecretFiles(variables);
  const parsed = shape.safeParse(given);
  const names = new Set(parsed.error?.issues.map((issue) => issue.path[0] as keyof Environment));
  for (const name of names) {
    const ending = mayBePrinted.includes(name) ? `, not "${given[name]}"` : "";
    mistakes.push(`${name}: must be ${expected[name]}${ending}`);
  }
  if (/^postgres/.test(given.DATABASE_URL ?? "") && !given.AUTH_SECRET && !given.AUTH_SECRET_FILE) {
    mistakes.push(
      "AUTH_SECRET: required when DATABASE_URL is PostgreSQL, the same for every instance: set it to what openssl rand -base64 33 prints",
    );
  }
  mistakes.push(...oidcMistakes(given));
  if (!parsed.success || mistakes.length > 0) throw new BadEnvironment(mistakes.join("\n"));
  return parsed.data;
}
