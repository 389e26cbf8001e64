-- AlterTable
ALTER TABLE "AttemptItem" ADD COLUMN "keyServedAt" DATETIME;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN "eraseAt" DATETIME;

-- CreateTable
CREATE TABLE "ClockMark" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "newestAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "examSlug" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "reveal" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "deadlineAt" DATETIME,
    "finishedAt" DATETIME,
    "finishedBy" TEXT,
    "score" TEXT,
    "closings" TEXT NOT NULL DEFAULT '[]',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "reopenedAt" DATETIME,
    "reopenReason" TEXT,
    CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attempt_examSlug_fkey" FOREIGN KEY ("examSlug") REFERENCES "Exam" ("slug") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Attempt" ("closings", "deadlineAt", "examSlug", "finishedAt", "finishedBy", "id", "learnerId", "mode", "plan", "reveal", "score", "seed", "sequence", "startedAt") SELECT "closings", "deadlineAt", "examSlug", "finishedAt", "finishedBy", "id", "learnerId", "mode", "plan", "reveal", "score", "seed", "sequence", "startedAt" FROM "Attempt";
DROP TABLE "Attempt";
ALTER TABLE "new_Attempt" RENAME TO "Attempt";
CREATE INDEX "Attempt_learnerId_startedAt_idx" ON "Attempt"("learnerId", "startedAt");
CREATE INDEX "Attempt_finishedAt_deadlineAt_idx" ON "Attempt"("finishedAt", "deadlineAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Comment_eraseAt_idx" ON "Comment"("eraseAt");

-- What was deleted before this release is erased at the first round after it.
UPDATE "Comment" SET "eraseAt" = "deletedAt" WHERE "state" = 'deleted';
