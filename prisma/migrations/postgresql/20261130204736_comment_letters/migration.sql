-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "keepsLetters" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "letterOrder" TEXT;
