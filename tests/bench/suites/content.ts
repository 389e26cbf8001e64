import type { Suite } from "../suite.ts";
export const content: Suite = async () => {};
