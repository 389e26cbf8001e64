-- DropIndex
DROP INDEX "Disclosure_questionId_disclosedAt_idx";

-- AlterTable
ALTER TABLE "Learner" ADD COLUMN     "visitor" TEXT;

-- AlterTable
ALTER TABLE "Disclosure" ADD COLUMN     "byMember" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "counts" BOOLEAN NOT NULL DEFAULT true;

UPDATE "Disclosure" SET "byMember" = true WHERE "learnerId" IN (SELECT "learnerId" FROM "User");

-- CreateIndex
CREATE INDEX "Disclosure_questionId_byMember_counts_disclosedAt_idx" ON "Disclosure"("questionId", "byMember", "counts", "disclosedAt");
