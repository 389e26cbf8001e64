-- CreateTable
CREATE TABLE "SavingProbe" (
    "id" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SavingProbe_pkey" PRIMARY KEY ("id")
);
