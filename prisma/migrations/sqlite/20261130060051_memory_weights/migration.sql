-- AlterTable
ALTER TABLE "ForecastFit" ADD COLUMN "memory" TEXT;
ALTER TABLE "ForecastFit" ADD COLUMN "memoryAt" DATETIME;
