-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN "changes" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Attempt" ADD COLUMN "reopenedAt" DATETIME;
ALTER TABLE "Attempt" ADD COLUMN "reopenReason" TEXT;

-- CreateTable
CREATE TABLE "ClockMark" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "newestAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME
);
