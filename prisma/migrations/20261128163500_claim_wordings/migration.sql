-- CreateEnum
CREATE TYPE "MatchDecisionKind" AS ENUM ('JOINED', 'REFUSED');

-- CreateTable
CREATE TABLE "ClaimWording" (
    "id" BIGSERIAL NOT NULL,
    "claimId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "day" DATE,
    "isOwn" BOOLEAN NOT NULL,
    "words" TEXT NOT NULL,
    "keys" INTEGER[],
    "isKeyed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ClaimWording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WordingKey" (
    "key" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "WordingKey_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "MatchDecision" (
    "id" UUID NOT NULL,
    "suggestionId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "kind" "MatchDecisionKind" NOT NULL,
    "isMachines" BOOLEAN NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ,

    CONSTRAINT "MatchDecision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ClaimWording_keys_idx" ON "ClaimWording" USING GIN ("keys");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimWording_claimId_words_key" ON "ClaimWording"("claimId", "words");

-- CreateIndex
CREATE INDEX "MatchDecision_reviewId_idx" ON "MatchDecision"("reviewId");

-- CreateIndex
CREATE INDEX "MatchDecision_claimId_idx" ON "MatchDecision"("claimId");

-- AddForeignKey
ALTER TABLE "ClaimWording" ADD CONSTRAINT "ClaimWording_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
