import type { Suite } from "../suite.ts";
export const scale: Suite = async () => {};
