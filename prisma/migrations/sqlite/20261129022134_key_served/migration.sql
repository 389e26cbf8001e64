-- AlterTable
ALTER TABLE "AttemptItem" ADD COLUMN "keyServedAt" DATETIME;
