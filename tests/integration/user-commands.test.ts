import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { commandArguments } from "../../lib/cli/command-arguments.mjs";
import { onEachDatabase } from "../support/each-database.ts";
import { makeMember } from "../support/people.ts";

const execute = promisify(execFile);

onEachDatabase("commands about accounts", (database) => {
  async function user(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
    const secret = { AUTH_SECRET: "a secret of tests that is long enough for anything" };
    const env = { ...process.env, BASE_URL: "", ...secret, DATABASE_URL: database.url, ...more };
    const begun = performance.now();
    const { code, output } = await execute(
      process.execPath,
      [...commandArguments, "lib/cli/admin.ts", "user", ...words],
      { env },
    ).then(
      ({ stdout }) => ({ code: 0, output: stdout }),
      ({ code, stderr }: { code: number; stderr: string }) => ({ code, output: stderr }),
    );
    return { code, output, seconds: (performance.now() - begun) / 1000 };
  }

  it("gives a role and takes it back", async () => {
    const { member } = await makeMember(database.db, "Ada");
    const email = member?.email ?? "";
    expect(await user(["promote", email.toUpperCase()])).toMatchObject({ code: 0 });
    expect((await user(["list"])).output).toMatch(new RegExp(`administrator +${email} +Ada`));
    expect(await user(["demote", email])).toMatchObject({ code: 0, output: `${email} is now member\n` });
  });

  it("shows and keeps the administrator whom ADMIN_EMAIL names", async () => {
    const { member } = await makeMember(database.db, "Grace");
    const email = member?.email ?? "";
    const named = { ADMIN_EMAIL: email.toUpperCase() };
    expect((await user(["list"], named)).output).toMatch(new RegExp(`administrator +${email} +Grace`));
    const outcome = await user(["demote", email], named);
    expect(outcome).toMatchObject({ code: 1, output: expect.stringContaining("ADMIN_EMAIL") });
  });

  it("refuses an address that nobody has, and ends", async () => {
    const { code, output, seconds } = await user(["promote", "nobody@example.org"]);
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining("there is no account") });
    expect(seconds).toBeLessThan(9);
  });
});
