-- AlterTable
ALTER TABLE "ForecastFit" ADD COLUMN     "memory" TEXT,
ADD COLUMN     "memoryAt" TIMESTAMP(3);
