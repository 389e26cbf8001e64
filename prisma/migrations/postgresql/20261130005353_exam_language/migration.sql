-- AlterTable
ALTER TABLE "Exam" ADD COLUMN     "language" TEXT;
