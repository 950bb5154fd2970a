-- CreateEnum
CREATE TYPE "DoubtKind" AS ENUM ('WRONGLY_JOINED', 'MISSED');

-- CreateEnum
CREATE TYPE "DoubtState" AS ENUM ('OPEN', 'SETTLED', 'DISMISSED', 'GONE');

-- CreateTable
CREATE TABLE "WordingLook" (
    "wordingId" BIGINT NOT NULL,
    "model" TEXT NOT NULL DEFAULT '',
    "turn" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "WordingLook_pkey" PRIMARY KEY ("wordingId")
);

-- CreateTable
CREATE TABLE "Doubt" (
    "id" UUID NOT NULL,
    "kind" "DoubtKind" NOT NULL,
    "name" TEXT NOT NULL,
    "claimId" UUID NOT NULL,
    "otherClaimId" UUID NOT NULL,
    "wordingId" BIGINT,
    "otherWordingId" BIGINT,
    "text" TEXT NOT NULL,
    "day" DATE,
    "otherText" TEXT NOT NULL,
    "otherDay" DATE,
    "relation" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,
    "model" TEXT NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "DoubtState" NOT NULL DEFAULT 'OPEN',
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Doubt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WordingLook_model_wordingId_idx" ON "WordingLook"("model", "wordingId");

-- CreateIndex
CREATE UNIQUE INDEX "Doubt_name_key" ON "Doubt"("name");

-- CreateIndex
CREATE INDEX "Doubt_claimId_idx" ON "Doubt"("claimId");

-- CreateIndex
CREATE INDEX "Doubt_otherClaimId_idx" ON "Doubt"("otherClaimId");

-- CreateIndex
CREATE INDEX "Doubt_wordingId_idx" ON "Doubt"("wordingId");

-- CreateIndex
CREATE INDEX "Doubt_otherWordingId_idx" ON "Doubt"("otherWordingId");

-- AddForeignKey
ALTER TABLE "WordingLook" ADD CONSTRAINT "WordingLook_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "ClaimWording"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Doubt" ADD CONSTRAINT "Doubt_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Doubt" ADD CONSTRAINT "Doubt_otherClaimId_fkey" FOREIGN KEY ("otherClaimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Doubt" ADD CONSTRAINT "Doubt_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "ClaimWording"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Doubt" ADD CONSTRAINT "Doubt_otherWordingId_fkey" FOREIGN KEY ("otherWordingId") REFERENCES "ClaimWording"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Doubt" ADD CONSTRAINT "Doubt_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
