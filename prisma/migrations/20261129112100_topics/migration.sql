-- CreateTable
CREATE TABLE "Topic" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "definition" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "namedById" UUID,
    "namedAt" TIMESTAMPTZ(3),
    "mergedIntoId" UUID,
    "mergedById" UUID,
    "mergedAt" TIMESTAMPTZ(3),
    "rootId" UUID NOT NULL,
    "grams" TEXT[],

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewTopic" (
    "reviewId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewTopic_pkey" PRIMARY KEY ("reviewId","topicId")
);

-- CreateTable
CREATE TABLE "StandingTopic" (
    "publicationId" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "StandingTopic_pkey" PRIMARY KEY ("publicationId","topicId")
);

-- CreateTable
CREATE TABLE "StandingTopicTotal" (
    "topicId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "pages" INTEGER NOT NULL,
    "claims" INTEGER NOT NULL,

    CONSTRAINT "StandingTopicTotal_pkey" PRIMARY KEY ("topicId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Topic_slug_key" ON "Topic"("slug");

-- CreateIndex
CREATE INDEX "Topic_rootId_idx" ON "Topic"("rootId");

-- CreateIndex
CREATE INDEX "Topic_mergedIntoId_idx" ON "Topic"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Topic_grams_idx" ON "Topic" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "ReviewTopic_topicId_idx" ON "ReviewTopic"("topicId");

-- CreateIndex
CREATE INDEX "StandingTopic_topicId_publishedAt_publicationId_idx" ON "StandingTopic"("topicId", "publishedAt", "publicationId");

-- CreateIndex
CREATE INDEX "StandingTopicTotal_key_topicId_idx" ON "StandingTopicTotal"("key", "topicId");

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_namedById_fkey" FOREIGN KEY ("namedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_mergedById_fkey" FOREIGN KEY ("mergedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_rootId_fkey" FOREIGN KEY ("rootId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewTopic" ADD CONSTRAINT "ReviewTopic_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewTopic" ADD CONSTRAINT "ReviewTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewTopic" ADD CONSTRAINT "ReviewTopic_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingTopic" ADD CONSTRAINT "StandingTopic_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingTopic" ADD CONSTRAINT "StandingTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingTopicTotal" ADD CONSTRAINT "StandingTopicTotal_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingTopicTotal" ADD CONSTRAINT "StandingTopicTotal_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "StandingTopicTotal_publicationId_idx" ON "StandingTopicTotal"("publicationId");
