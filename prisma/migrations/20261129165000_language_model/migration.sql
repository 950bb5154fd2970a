-- CreateEnum
CREATE TYPE "ProposalUse" AS ENUM ('WORDINGS', 'SEARCHES');

-- CreateEnum
CREATE TYPE "RequestOutcome" AS ENUM ('ASKED', 'ANSWERED', 'FAILED', 'CANCELLED', 'REFUSED');

-- CreateEnum
CREATE TYPE "ProposalFate" AS ENUM ('CHOSEN', 'TAKEN', 'CHANGED', 'REJECTED');

-- CreateTable
CREATE TABLE "ModelRequest" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "askedById" UUID NOT NULL,
    "use" "ProposalUse" NOT NULL,
    "claimId" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "outcome" "RequestOutcome" NOT NULL,
    "fault" TEXT,
    "tokensIn" INTEGER,
    "tokensOut" INTEGER,
    "tokens" INTEGER NOT NULL,
    "cost" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "ms" INTEGER,
    "refused" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ModelRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "fate" "ProposalFate",
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ModelRequest_at_idx" ON "ModelRequest"("at");

-- CreateIndex
CREATE INDEX "ModelRequest_claimId_idx" ON "ModelRequest"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_requestId_position_key" ON "Proposal"("requestId", "position");

-- AddForeignKey
ALTER TABLE "ModelRequest" ADD CONSTRAINT "ModelRequest_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelRequest" ADD CONSTRAINT "ModelRequest_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ModelRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
