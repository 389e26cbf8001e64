-- AlterTable
ALTER TABLE "Disclosure" ADD COLUMN     "threadSeenAt" TIMESTAMP(3),
ADD COLUMN     "threadSeenBefore" TIMESTAMP(3);
