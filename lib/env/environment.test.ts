import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { BadEnvironment, parseEnvironment } from "./environment.ts";

describe("parseEnvironment", () => {
  it("needs nothing to be set", () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3000,
      DATABASE_URL: "file:./data/mockdown.db",
      TRUST_PROXY: false,
      REQUIRE_ACCOUNT: false,
    });
  });

  it("takes an empty variable for an absent one", () => {
    expect(parseEnvironment({ PORT: "", BASE_URL: "" }).PORT).toBe(3000);
  });

  it("lists every mistake at once", () => {
    const mistakes = () =>
      parseEnvironment({ PORT: "http", BASE_URL: "example", LOG_LEVEL: "loud", AUTH_SECRET: "short" });
    expect(mistakes).toThrow(BadEnvironment);
    for (const name of ["PORT", "BASE_URL", "LOG_LEVEL", "AUTH_SECRET"]) expect(mistakes).toThrow(name);
  });

  it.each([
    ["PORT", "70000", "65535"],
    ["PORT", "3000.5", "65535"],
    ["BASE_URL", "https://example.org/exams", "without a path"],
    ["BASE_URL", "ftp://example.org", "https://"],
    ["DATABASE_URL", "file:", "file:./data/mockdown.db"],
    ["DATABASE_URL", "file:./data/", "file:./data/mockdown.db"],
    ["DATABASE_URL", "file:q.db?connection_limit=1", "without options"],
    ["DATABASE_URL", "file:q.db#1", "without options"],
    ["HOST", "example.org", "127.0.0.1"],
    ["HOST", "127.0.0.1:3000", "127.0.0.1"],
    ["DATABASE_URL", "mysql://host/x", "postgresql://"],
    ["DATABASE_URL", "postgresql://user:pass%word@host/x", "%40"],
    ["DATABASE_URL", "postgresql://user:pass#word@host/x", "%40"],
    ["DATABASE_URL", "postgresql://host:99999/x", "postgresql://"],
    ["SMTP_URL", "mail.example.org", "smtp://"],
    ["CONTENT_EXAM", "My questions", "my-questions"],
    ["ADMIN_EMAIL", "me", "name@example.org"],
    ["TRUST_PROXY", "yes", "true or false"],
    ["REQUIRE_ACCOUNT", "yes", "true or false"],
    ["STOP_TIMEOUT_SECONDS", "-1", "from 0 to 600"],
    ["STOP_TIMEOUT_SECONDS", "soon", "from 0 to 600"],
    ["METRICS_TOKEN", "short", "16"],
    ["BACKUP_KEEP", "0", "from 1 to 1000"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "127.0.0.1:4318", "http://127.0.0.1:4318"],
  ])("says what %s must be instead of %s", (name, value, words) => {
    const read = () => parseEnvironment({ AUTH_SECRET: "s".repeat(40), [name]: value });
    expect(read).toThrow(new RegExp(`^${name}: must be [^\\n]*$`));
    expect(read).toThrow(words);
  });

  it("prints no secret that it refuses", () => {
    const secrets = {
      AUTH_SECRET: "hush-1",
      METRICS_TOKEN: "hush-2",
      DATABASE_URL: "postgresql://u:hush%3@h/x",
      SMTP_URL: "smtp://u:hush%4@h",
    };
    expect(() => parseEnvironment(secrets)).toThrow(/^(?!.*hush)/s);
  });

  it.each([
    { BASE_URL: "https://example.org/" },
    { BASE_URL: "http://[::1]:3000" },
    { DATABASE_URL: "file:../ä b/m.db" },
    { HOST: "::1" },
    { HOST: "localhost" },
    { DATABASE_URL: "postgresql:///mockdown?host=/var/run/postgresql" },
    { DATABASE_URL: "postgres://u:p%40ss@[::1]:5432/x?sslmode=require" },
    { SMTP_URL: "smtps://user%40example.org:secret@mail.example.org:465" },
  ])("takes %o", (given) => {
    expect(parseEnvironment({ AUTH_SECRET: "s".repeat(40), ...given })).toMatchObject(given);
  });

  describe("with secrets in files", () => {
    const folder = mkdtempSync(join(tmpdir(), "mockdown-secrets-"));
    afterAll(() => rmSync(folder, { recursive: true }));
    const fileOf = (text: string) => {
      const file = join(folder, randomUUID());
      writeFileSync(file, text);
      return file;
    };

    it("reads each from the file that is named, without its byte-order mark and line end", () => {
      const secrets = {
        AUTH_SECRET: "s".repeat(40),
        DATABASE_URL: "postgresql://u:p@db/x",
        SMTP_URL: "smtp://mail:587",
        METRICS_TOKEN: "t".repeat(20),
      };
      const files = Object.entries(secrets).map(([name, secret]) => [`${name}_FILE`, fileOf(`\uFEFF${secret}\r\n`)]);
      expect(parseEnvironment(Object.fromEntries(files))).toMatchObject(secrets);
    });

    it("names a file that is missing or empty, and a setting that is given twice, with all other mistakes", () => {
      const read = () =>
        parseEnvironment({
          PORT: "http",
          AUTH_SECRET_FILE: join(folder, "none"),
          DATABASE_URL_FILE: fileOf("postgresql://u:p@db/x"),
          SMTP_URL_FILE: fileOf("\n"),
          METRICS_TOKEN: "t".repeat(20),
          METRICS_TOKEN_FILE: fileOf("t".repeat(30)),
        });
      expect(read).toThrow(
        /^AUTH_SECRET_FILE: .*none.*\nSMTP_URL_FILE: .*is empty\)\nMETRICS_TOKEN_FILE: must not be set .*\nPORT: [^\n]*$/,
      );
    });

    it("prints no secret that a file holds", () => {
      const hush = fileOf("hush");
      expect(() => parseEnvironment({ AUTH_SECRET_FILE: hush, SMTP_URL_FILE: hush })).toThrow(/^(?!.*hush)/s);
    });
  });

  it("asks for a secret that all instances share when the database is PostgreSQL", () => {
    expect(() => parseEnvironment({ DATABASE_URL: "postgresql://localhost/mockdown" })).toThrow("AUTH_SECRET");
  });
});
