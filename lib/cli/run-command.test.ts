import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

/** A program that runs `args` with `run`, and whose child says its process id. */
function start(childCode: string) {
  const inner = JSON.stringify(["-e", `console.log(process.pid); ${childCode}`]);
  const code = `import { run } from "./lib/cli/run-command.mjs";
    await run(process.execPath, ${inner}, { inherit: true }).catch((error) => console.log(error.signal ?? error.code));
    console.log("went on");`;
  return spawn(process.execPath, ["--input-type=module", "-e", code]);
}

it("tells the program that runs to stop, waits for it, and ends", async () => {
  const parent = start(
    `process.on("SIGTERM", () => setTimeout(() => process.exit(), 100)); setInterval(() => {}, 1000)`,
  );
  const [first] = await once(parent.stdout, "data");
  const child = Number.parseInt(String(first), 10);
  let rest = "";
  parent.stdout.on("data", (chunk) => {
    rest += chunk;
  });
  parent.kill("SIGTERM");
  const [code] = await once(parent, "close");
  expect(code).toBe(1);
  expect(rest).toBe("");
  expect(() => process.kill(child, 0), "the child is gone").toThrow("ESRCH");
});

it("says by which signal a program was ended that we did not stop", async () => {
  const parent = start(`process.kill(process.pid, "SIGKILL")`);
  let output = "";
  parent.stdout.on("data", (chunk) => {
    output += chunk;
  });
  await once(parent, "close");
  expect(output).toContain("SIGKILL\nwent on");
});
