-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "file" TEXT;
ALTER TABLE "Revision" ADD COLUMN "source" TEXT;

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "proposerId" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "answer" TEXT NOT NULL DEFAULT '',
    "publishedAt" DATETIME,
    CONSTRAINT "Suggestion_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Suggestion_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Suggestion_proposerId_fkey" FOREIGN KEY ("proposerId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Suggestion_state_createdAt_idx" ON "Suggestion"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Suggestion_questionId_idx" ON "Suggestion"("questionId");

-- CreateIndex
CREATE INDEX "Suggestion_proposerId_createdAt_idx" ON "Suggestion"("proposerId", "createdAt");
