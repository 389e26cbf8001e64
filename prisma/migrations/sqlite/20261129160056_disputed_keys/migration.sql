-- CreateTable
CREATE TABLE "Dispute" (
    "revisionId" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "openedBy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" TEXT,
    "verdict" TEXT,
    "verdictReason" TEXT,
    "settledAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Dispute_questionId_idx" ON "Dispute"("questionId");

-- CreateIndex
CREATE INDEX "Dispute_verdict_settledAt_idx" ON "Dispute"("verdict", "settledAt");
