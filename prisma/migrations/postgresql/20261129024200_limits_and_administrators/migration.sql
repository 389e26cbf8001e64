-- DropTable
DROP TABLE "RateLimit";

-- CreateTable
CREATE TABLE "LimitWindow" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "endsAt" BIGINT NOT NULL,

    CONSTRAINT "LimitWindow_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "SetUpStep" (
    "name" TEXT NOT NULL,
    "doneAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SetUpStep_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "LimitWindow_endsAt_idx" ON "LimitWindow"("endsAt");
