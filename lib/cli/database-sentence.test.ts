import { describe, expect, it } from "vitest";
import { databaseSentence } from "./database-sentence.ts";

describe("a full disk", () => {
  it("is reported in a sentence by the database", () => {
    const error = Object.assign(new Error("database or disk is full"), { name: "DriverAdapterError" });
    expect(databaseSentence(error, "file:package.json")).toMatch(/disk that holds the database package.json is full/);
  });

  it("is reported in one sentence, too, where the system calls it a failure of the disk", () => {
    const error = Object.assign(new Error("disk I/O error\n   0: apply_script"), { name: "DriverAdapterError" });
    expect(databaseSentence(error, "file:package.json")).toMatch(
      /^The disk .* package\.json is failing or full[^\n]*$/,
    );
  });
});

describe("PostgreSQL that cannot be used", () => {
  const url = "postgresql://u:p@127.0.0.1/x";
  const frame =
    "\nInvalid `db.read.user.findMany()` invocation in\n/srv/list.ts:11:40\n\n  9 { createdAt: true }\n→ 11 await db.read.user.findMany(\n";
  const ofPrisma = (message: string, code: string, cause: object) =>
    Object.assign(new Error(`${frame}${message}`), { code, meta: { driverAdapterError: { cause } } });

  it("says why an encrypted connection fails, and what to write", () => {
    const cause = { kind: "TlsConnectionError", reason: "self-signed certificate" };
    for (const error of [
      Object.assign(new Error(cause.kind, { cause }), { name: "DriverAdapterError" }),
      ofPrisma(`Error opening a TLS connection: ${cause.reason}`, "P1011", cause),
    ])
      expect(databaseSentence(error, url)).toMatch(/self-signed certificate.*sslrootcert=/);
  });

  it("says that a database is to be created, whichever of the drivers finds that there is none", () => {
    const message = 'database "x" does not exist';
    const cause = { kind: "DatabaseDoesNotExist", originalMessage: message };
    for (const error of [
      Object.assign(new Error(cause.kind, { cause }), { name: "DriverAdapterError" }),
      Object.assign(new Error(message), { name: "error", code: "3D000" }),
    ])
      expect(databaseSentence(error, url)).toMatch(/CREATE DATABASE/);
  });

  it("gives the driver's reason and no line of our own code", () => {
    const cause = { kind: "DatabaseNotReachable" };
    const sentence = databaseSentence(ofPrisma("Can't reach database server at db.example.org", "P1001", cause), url);
    expect(sentence).toContain("Can't reach database server at db.example.org");
    expect(sentence).not.toContain("createdAt");
  });
});
