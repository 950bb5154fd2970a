-- CreateTable
CREATE TABLE "FactCheckLook" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ NOT NULL,
    "url" TEXT,
    "name" TEXT,
    "given" TEXT,
    "endedAt" TIMESTAMPTZ,
    "message" TEXT,
    "found" JSONB,

    CONSTRAINT "FactCheckLook_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FactCheckLook_askedById_idx" ON "FactCheckLook"("askedById");

-- CreateIndex
CREATE UNIQUE INDEX "FactCheckLook_claimId_askedById_key" ON "FactCheckLook"("claimId", "askedById");

-- AddForeignKey
ALTER TABLE "FactCheckLook" ADD CONSTRAINT "FactCheckLook_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactCheckLook" ADD CONSTRAINT "FactCheckLook_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
