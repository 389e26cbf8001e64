import { spawn } from "node:child_process";
import { commandArguments } from "./command-arguments.mjs";
import { prepare } from "./prepare.mjs";
import { stopSignals } from "./run-command.mjs";
import { runSetUp } from "./run-set-up.mjs";
import { main, step } from "./say.mjs";

/** `npm run dev`: the app with reload, and a sync at every change of the content. */
await main(async () => {
  await prepare();
  await step("database and content", async () => runSetUp(await commandArguments("set-up")));
  const port = process.env.PORT || "3000";
  const children = [
    spawn(
      process.execPath,
      ["node_modules/next/dist/bin/next", "dev", "-p", port, ...(process.env.HOST ? ["-H", process.env.HOST] : [])],
      { stdio: "inherit" },
    ),
    spawn(process.execPath, [...(await commandArguments("content")), "sync", "--watch"], { stdio: "inherit" }),
  ];
  const stop = () => {
    for (const child of children) child.kill("SIGTERM");
  };
  for (const signal of stopSignals) process.on(signal, stop);
  for (const child of children) {
    child.on("close", (code) => {
      stop();
      process.exitCode ||= code ?? 0;
    });
  }
});
