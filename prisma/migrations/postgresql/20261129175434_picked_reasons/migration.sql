-- AlterTable
ALTER TABLE "AttemptItem" ADD COLUMN     "picked" TEXT;
