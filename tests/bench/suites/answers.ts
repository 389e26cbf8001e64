import type { Suite } from "../suite.ts";
export const answers: Suite = async () => {};
