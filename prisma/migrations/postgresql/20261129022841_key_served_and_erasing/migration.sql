-- AlterTable
ALTER TABLE "AttemptItem" ADD COLUMN     "keyServedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "eraseAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Comment_eraseAt_idx" ON "Comment"("eraseAt");

-- What was deleted before this release is erased at the first round after it.
UPDATE "Comment" SET "eraseAt" = "deletedAt" WHERE "state" = 'deleted';
