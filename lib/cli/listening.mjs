import { createServer } from "node:net";
import { Refused } from "./say.mjs";

/** The port on which the server listens; 3000 without a setting. */
export function port() {
  return Number(process.env.PORT || 3000);
}

function host() {
  return process.env.HOST ?? "";
}

/**
 * Refuses, with one sentence, a port that cannot be used. A number that is not a port is reported later, with all other
 * mistakes in the settings; so is a host that is not an address.
 */
export function checkPort() {
  const wanted = port();
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      if (["ENOTFOUND", "EAI_AGAIN"].includes(error.code)) resolve();
      else reject(new Refused(sentenceFor(error, wanted)));
    });
    probe.listen(wanted, host() || undefined, () => probe.close(resolve));
  });
}

function sentenceFor(error, port) {
  if (error.code === "EADDRINUSE")
    return `Port ${port} is used by another program: stop it, or set another port, such as PORT=${port + 1}.`;
  if (error.code === "EACCES") return `This user may not listen on port ${port}: use one from 1024, such as PORT=3000.`;
  if (error.code === "EADDRNOTAVAIL")
    return `HOST ${host()} is not an address of this machine: set it to 127.0.0.1, or leave it out to listen on every address.`;
  return `Port ${port} cannot be used: ${error.message}`;
}
