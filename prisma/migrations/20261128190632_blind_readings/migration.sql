-- CreateEnum
CREATE TYPE "PassStart" AS ENUM ('SUGGESTIONS', 'BARE');

-- CreateEnum
CREATE TYPE "ReadingState" AS ENUM ('READING', 'SETTLING', 'SETTLED', 'CALLED_OFF');

-- CreateEnum
CREATE TYPE "UnitChoice" AS ENUM ('BOTH', 'LEFT', 'RIGHT', 'THIRD', 'NEITHER');

-- CreateEnum
CREATE TYPE "AgreementField" AS ENUM ('SPAN', 'LABEL', 'SOURCING', 'CERTAINTY', 'TIME');

-- CreateTable
CREATE TABLE "BlindReading" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "start" "PassStart" NOT NULL,
    "state" "ReadingState" NOT NULL DEFAULT 'READING',
    "askedById" UUID,
    "reviewId" UUID,
    "calledOffFor" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "bothInAt" TIMESTAMPTZ,
    "endedAt" TIMESTAMPTZ,

    CONSTRAINT "BlindReading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlindPass" (
    "id" UUID NOT NULL,
    "readingId" UUID NOT NULL,
    "readerId" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handedInAt" TIMESTAMPTZ,
    "givenUpAt" TIMESTAMPTZ,
    "sha256" TEXT,

    CONSTRAINT "BlindPass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PassStatement" (
    "id" UUID NOT NULL,
    "passId" UUID NOT NULL,
    "suggestionId" UUID,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "label" "ReaderLabel" NOT NULL,
    "fields" JSONB NOT NULL,
    "isAsSuggested" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ,

    CONSTRAINT "PassStatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PassNote" (
    "id" UUID NOT NULL,
    "passId" UUID NOT NULL,
    "statementId" UUID,
    "start" INTEGER,
    "end" INTEGER,
    "body" TEXT NOT NULL,
    "isPublic" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ,

    CONSTRAINT "PassNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadingUnit" (
    "id" UUID NOT NULL,
    "readingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "leftId" UUID,
    "rightId" UUID,
    "isSameWords" BOOLEAN NOT NULL,
    "choice" "UnitChoice",
    "reason" TEXT,
    "statementId" UUID,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReadingUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementCount" (
    "month" DATE NOT NULL,
    "field" "AgreementField" NOT NULL,
    "start" "PassStart" NOT NULL,
    "readerA" UUID NOT NULL,
    "readerB" UUID NOT NULL,
    "first" TEXT NOT NULL,
    "second" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "AgreementCount_pkey" PRIMARY KEY ("month","field","start","readerA","readerB","first","second")
);

-- CreateTable
CREATE TABLE "ReadingRule" (
    "name" TEXT NOT NULL,
    "everyNth" INTEGER,
    "start" "PassStart" NOT NULL,
    "changedById" UUID,
    "changedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReadingRule_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "BlindReading_reviewId_key" ON "BlindReading"("reviewId");

-- CreateIndex
CREATE INDEX "BlindReading_versionId_idx" ON "BlindReading"("versionId");

-- CreateIndex
CREATE INDEX "BlindReading_state_createdAt_idx" ON "BlindReading"("state", "createdAt");

-- CreateIndex
CREATE INDEX "BlindPass_readerId_idx" ON "BlindPass"("readerId");

-- CreateIndex
CREATE UNIQUE INDEX "BlindPass_readingId_readerId_key" ON "BlindPass"("readingId", "readerId");

-- CreateIndex
CREATE INDEX "PassStatement_passId_idx" ON "PassStatement"("passId");

-- CreateIndex
CREATE INDEX "PassNote_passId_idx" ON "PassNote"("passId");

-- CreateIndex
CREATE INDEX "PassNote_statementId_idx" ON "PassNote"("statementId");

-- CreateIndex
CREATE UNIQUE INDEX "ReadingUnit_statementId_key" ON "ReadingUnit"("statementId");

-- CreateIndex
CREATE INDEX "ReadingUnit_leftId_idx" ON "ReadingUnit"("leftId");

-- CreateIndex
CREATE INDEX "ReadingUnit_rightId_idx" ON "ReadingUnit"("rightId");

-- CreateIndex
CREATE UNIQUE INDEX "ReadingUnit_readingId_number_key" ON "ReadingUnit"("readingId", "number");

-- AddForeignKey
ALTER TABLE "BlindReading" ADD CONSTRAINT "BlindReading_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlindReading" ADD CONSTRAINT "BlindReading_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlindReading" ADD CONSTRAINT "BlindReading_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlindPass" ADD CONSTRAINT "BlindPass_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "BlindReading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BlindPass" ADD CONSTRAINT "BlindPass_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassStatement" ADD CONSTRAINT "PassStatement_passId_fkey" FOREIGN KEY ("passId") REFERENCES "BlindPass"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassStatement" ADD CONSTRAINT "PassStatement_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassNote" ADD CONSTRAINT "PassNote_passId_fkey" FOREIGN KEY ("passId") REFERENCES "BlindPass"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassNote" ADD CONSTRAINT "PassNote_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "PassStatement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingUnit" ADD CONSTRAINT "ReadingUnit_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "BlindReading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingUnit" ADD CONSTRAINT "ReadingUnit_leftId_fkey" FOREIGN KEY ("leftId") REFERENCES "PassStatement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingUnit" ADD CONSTRAINT "ReadingUnit_rightId_fkey" FOREIGN KEY ("rightId") REFERENCES "PassStatement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingUnit" ADD CONSTRAINT "ReadingUnit_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingUnit" ADD CONSTRAINT "ReadingUnit_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingRule" ADD CONSTRAINT "ReadingRule_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
