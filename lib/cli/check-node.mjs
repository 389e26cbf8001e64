import { Refused } from "./say.mjs";

/** Refuses a Node version that is older than the code needs. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refused(
    `Node ${process.versions.node} is too old: install Node 20.19 or later (the current LTS is best) and try again.`,
  );
}
