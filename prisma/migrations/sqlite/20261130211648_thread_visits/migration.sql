-- AlterTable
ALTER TABLE "Disclosure" ADD COLUMN "threadSeenAt" DATETIME;
ALTER TABLE "Disclosure" ADD COLUMN "threadSeenBefore" DATETIME;
