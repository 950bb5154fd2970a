-- AlterTable
ALTER TABLE "ArticleVersion" ADD COLUMN     "links" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "TextSample" ADD COLUMN     "links" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "TextSample_links_idx" ON "TextSample" USING GIN ("links");

ALTER TABLE "TextSample" ADD CONSTRAINT "TextSample_links_bounded" CHECK (cardinality("links") <= 200);
