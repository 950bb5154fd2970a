-- CreateTable
CREATE TABLE "RecordCheck" (
    "id" UUID NOT NULL,
    "isFull" BOOLEAN NOT NULL,
    "startedAt" TIMESTAMPTZ NOT NULL,
    "finishedAt" TIMESTAMPTZ NOT NULL,
    "upTo" BIGINT NOT NULL,
    "head" TEXT NOT NULL,
    "publications" INTEGER NOT NULL,
    "faultCount" INTEGER NOT NULL,
    "faults" JSONB NOT NULL,

    CONSTRAINT "RecordCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecordHead" (
    "sequence" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "signature" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,

    CONSTRAINT "RecordHead_pkey" PRIMARY KEY ("sequence")
);

-- CreateIndex
CREATE INDEX "RecordCheck_finishedAt_idx" ON "RecordCheck"("finishedAt");
