-- CreateTable
CREATE TABLE "ForecastFit" (
    "examSlug" TEXT NOT NULL PRIMARY KEY,
    "prior" TEXT,
    "priorAt" DATETIME,
    "recalibration" TEXT,
    "recalibrationAt" DATETIME
);
