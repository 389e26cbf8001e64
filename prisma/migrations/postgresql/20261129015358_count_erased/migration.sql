-- CreateTable
CREATE TABLE "Erased" (
    "id" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,

    CONSTRAINT "Erased_pkey" PRIMARY KEY ("id")
);
