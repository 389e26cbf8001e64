-- CreateTable
CREATE TABLE "AdminLink" (
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AdminLink_pkey" PRIMARY KEY ("tokenHash")
);
