import { expect, it } from "vitest";
import { driverSentence } from "./driver-sentence.ts";

const failed = (message: string) => Object.assign(new Error(message), { code: "ERR_DLOPEN_FAILED" });

it("names the cause and the way out where this Node cannot load the driver", () => {
  const ofAnotherNode = failed(
    "The module 'x.node'\nwas compiled against a different Node.js version using\nNODE_MODULE_VERSION 115.",
  );
  expect(driverSentence(ofAnotherNode)).toMatch(/^[^\n]*another major version of Node\)[^\n]*$/);
  expect(driverSentence(failed("version `GLIBC_2.38' not found\n(x.node)"))).toMatch(/^[^\n]*GLIBC_2.38[^\n]*$/);
  expect(driverSentence(new Error("anything else"))).toBeNull();
});
