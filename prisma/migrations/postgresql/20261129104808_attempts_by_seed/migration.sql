-- CreateIndex
CREATE INDEX "Attempt_seed_idx" ON "Attempt"("seed");
