-- CreateTable
CREATE TABLE "ForecastFit" (
    "examSlug" TEXT NOT NULL,
    "prior" TEXT,
    "priorAt" TIMESTAMP(3),
    "recalibration" TEXT,
    "recalibrationAt" TIMESTAMP(3),

    CONSTRAINT "ForecastFit_pkey" PRIMARY KEY ("examSlug")
);
