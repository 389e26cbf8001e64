-- AlterTable: Prisma would make the table anew.
ALTER TABLE "Comment" ADD COLUMN "letterOrder" TEXT;
ALTER TABLE "Comment" ADD COLUMN "keepsLetters" BOOLEAN NOT NULL DEFAULT false;
