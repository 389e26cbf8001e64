/** The columns of a card that describe a learner's memory of a question, with their types. */
export const cardColumns = {
  state: "text",
  dueAt: "timestamp",
  reviewedAt: "timestamp",
  stability: "real",
  difficulty: "real",
  scheduledDays: "integer",
  step: "integer",
  reviews: "integer",
  lapses: "integer",
} as const;
