import type { Suite } from "../suite.ts";
export const start: Suite = async () => {};
