/** What a learner can choose as the share of reviews that they want to answer correctly, in percent. */
export const retentions = [80, 85, 90, 95] as const;
export const usualRetention = 90;
