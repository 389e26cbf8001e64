/** Whether the long forms of tests run: `npm run test:long`. */
export const isLong = process.env.MOCKDOWN_LONG === "1";

/** How many of something a test takes: `few` in `npm test`, `many` in the long run. */
export function inRun<T>(few: T, many: T): T {
  return isLong ? many : few;
}
