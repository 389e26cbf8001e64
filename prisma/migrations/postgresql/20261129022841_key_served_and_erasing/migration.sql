-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "changes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reopenReason" TEXT,
ADD COLUMN     "reopenedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "AttemptItem" ADD COLUMN     "keyServedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "eraseAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "ClockMark" (
    "id" INTEGER NOT NULL,
    "newestAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),

    CONSTRAINT "ClockMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Comment_eraseAt_idx" ON "Comment"("eraseAt");

-- What was deleted before this release is erased at the first round after it.
UPDATE "Comment" SET "eraseAt" = "deletedAt" WHERE "state" = 'deleted';
