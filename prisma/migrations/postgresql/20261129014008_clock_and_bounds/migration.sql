-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "changes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reopenReason" TEXT,
ADD COLUMN     "reopenedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "ClockMark" (
    "id" INTEGER NOT NULL,
    "newestAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),

    CONSTRAINT "ClockMark_pkey" PRIMARY KEY ("id")
);
