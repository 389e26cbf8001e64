import type { Suite } from "../suite.ts";
export const payload: Suite = async () => {};
