/** The parts that `npm run content -- forecast` can keep and drop. */
export const fittedParts = ["prior", "recalibration", "memory"] as const;
export type FittedPart = (typeof fittedParts)[number];
