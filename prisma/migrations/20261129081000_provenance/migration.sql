-- CreateEnum
CREATE TYPE "ProvenanceKind" AS ENUM ('REPOSTS', 'QUOTES', 'PARAPHRASES', 'SUMMARISES', 'CITES');

-- CreateEnum
CREATE TYPE "ProvenanceState" AS ENUM ('PROPOSED', 'CONFIRMED', 'DISMISSED');

-- CreateTable
CREATE TABLE "TextSample" (
    "articleId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "day" DATE,
    "textHash" TEXT,
    "keys" INTEGER[],
    "isWaiting" BOOLEAN NOT NULL DEFAULT true,
    "comparedAt" TIMESTAMPTZ,

    CONSTRAINT "TextSample_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "ProvenanceEdge" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "upstreamId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "upstreamVersionId" UUID NOT NULL,
    "kind" "ProvenanceKind" NOT NULL,
    "state" "ProvenanceState" NOT NULL DEFAULT 'PROPOSED',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "isMachines" BOOLEAN NOT NULL,
    "reasons" JSONB NOT NULL,
    "sentences" JSONB,
    "isCut" BOOLEAN NOT NULL DEFAULT false,
    "verbatim" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "engineVersion" TEXT,
    "proposedAt" TIMESTAMPTZ NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ,
    "reason" TEXT,

    CONSTRAINT "ProvenanceEdge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TextSample_keys_idx" ON "TextSample" USING GIN ("keys");

-- CreateIndex
CREATE INDEX "TextSample_textHash_day_articleId_idx" ON "TextSample"("textHash", "day", "articleId");

-- CreateIndex
CREATE INDEX "ProvenanceEdge_upstreamId_id_idx" ON "ProvenanceEdge"("upstreamId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ProvenanceEdge_articleId_upstreamId_key" ON "ProvenanceEdge"("articleId", "upstreamId");

-- AddForeignKey
ALTER TABLE "TextSample" ADD CONSTRAINT "TextSample_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextSample" ADD CONSTRAINT "TextSample_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvenanceEdge" ADD CONSTRAINT "ProvenanceEdge_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvenanceEdge" ADD CONSTRAINT "ProvenanceEdge_upstreamId_fkey" FOREIGN KEY ("upstreamId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvenanceEdge" ADD CONSTRAINT "ProvenanceEdge_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvenanceEdge" ADD CONSTRAINT "ProvenanceEdge_upstreamVersionId_fkey" FOREIGN KEY ("upstreamVersionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProvenanceEdge" ADD CONSTRAINT "ProvenanceEdge_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
