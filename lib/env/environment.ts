import { z } from "zod";

const flag = z.enum(["true", "false", "1", "0"]).transform((value) => value === "true" || value === "1");

/** In characters: what signs cookies must not be guessed. */
export const shortestSecret = 32;

const shape = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, "begins with file: or postgresql://")
    .default("file:./data/mockdown.db"),
  CONTENT_DIR: z.string().min(1).default("./content"),
  AUTH_SECRET: z.string().min(shortestSecret, `needs at least ${shortestSecret} characters`).optional(),
  ADMIN_EMAIL: z.email().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "begins with smtp:// or smtps://")
    .optional(),
  METRICS_TOKEN: z.string().min(16, "needs at least 16 characters").optional(),
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
});

export type Environment = z.infer<typeof shape>;

/** Settings that cannot be used. The message names every mistake, one a line. */
export class BadEnvironment extends Error {
  override name = "BadEnvironment";
}

/**
 * The settings in `variables`, with defaults for what is absent or empty. Throws `BadEnvironment` listing every mistake
 * at once. With PostgreSQL an `AUTH_SECRET` is required: instances that each made their own would not know each
 * other's sessions.
 */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = shape.safeParse(given);
  const mistakes = parsed.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
  if (/^postgres/.test(given.DATABASE_URL ?? "") && !given.AUTH_SECRET) {
    mistakes.push("AUTH_SECRET: required when DATABASE_URL is PostgreSQL, the same for every instance");
  }
  if (!parsed.success || mistakes.length > 0) throw new BadEnvironment(mistakes.join("\n"));
  return parsed.data;
}
