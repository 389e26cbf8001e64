-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "installation" TEXT NOT NULL,
    "generation" TEXT NOT NULL
);
