/** What `npm run content -- forecast` can keep and let go. */
export const fittedParts = ["prior", "recalibration", "memory"] as const;
export type FittedPart = (typeof fittedParts)[number];
