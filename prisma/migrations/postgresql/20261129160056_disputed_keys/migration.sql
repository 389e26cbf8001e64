-- CreateTable
CREATE TABLE "Dispute" (
    "revisionId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "openedBy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" TEXT,
    "verdict" TEXT,
    "verdictReason" TEXT,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("revisionId")
);

-- CreateIndex
CREATE INDEX "Dispute_questionId_idx" ON "Dispute"("questionId");

-- CreateIndex
CREATE INDEX "Dispute_verdict_settledAt_idx" ON "Dispute"("verdict", "settledAt");
