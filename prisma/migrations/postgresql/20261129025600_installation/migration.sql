-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL,
    "installation" TEXT NOT NULL,
    "generation" TEXT NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);
