-- CreateTable
CREATE TABLE "Sending" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "sealed" TEXT,

    CONSTRAINT "Sending_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Sending_at_idx" ON "Sending"("at");
