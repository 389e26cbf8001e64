import type { Suite } from "../suite.ts";
export const threads: Suite = async () => {};
