-- AlterTable
ALTER TABLE "AttemptItem" ADD COLUMN     "keyServedAt" TIMESTAMP(3);
