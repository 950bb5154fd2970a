-- CreateEnum
CREATE TYPE "Urgency" AS ENUM ('HIGH', 'NORMAL', 'LOW');

-- CreateEnum
CREATE TYPE "QueuePlace" AS ENUM ('OPEN', 'HELD', 'SUBMITTED', 'PUBLISHED', 'DISMISSED');

-- CreateTable
CREATE TABLE "Assignment" (
    "subjectId" UUID NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "assigneeId" UUID,
    "urgency" "Urgency",
    "dueAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("subjectId")
);

-- CreateTable
CREATE TABLE "QueueItem" (
    "id" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "place" "QueuePlace" NOT NULL,
    "state" "ReviewState",
    "versionId" UUID,
    "version" INTEGER,
    "alsoVersions" INTEGER[],
    "title" TEXT,
    "publisher" TEXT,
    "day" DATE,
    "waiting" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "authorId" UUID,
    "assigneeId" UUID,
    "lostId" UUID,
    "hasReader" BOOLEAN NOT NULL,
    "writers" UUID[],
    "priority" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "urgency" "Urgency",
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "promiseDue" DATE,
    "isDue" BOOLEAN NOT NULL,
    "dismissedFor" TEXT,
    "revision" INTEGER NOT NULL,
    "facets" TEXT[],
    "wordsMark" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "QueueItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QueueMark" (
    "transactionId" BIGINT NOT NULL,
    "subjectId" UUID NOT NULL,

    CONSTRAINT "QueueMark_pkey" PRIMARY KEY ("transactionId","subjectId")
);

-- CreateTable
CREATE TABLE "QueueAct" (
    "actId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "action" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "QueueAct_pkey" PRIMARY KEY ("actId","subjectId")
);

-- CreateIndex
CREATE INDEX "Assignment_assigneeId_idx" ON "Assignment"("assigneeId");

-- CreateIndex
CREATE INDEX "QueueItem_subjectId_idx" ON "QueueItem"("subjectId");

-- CreateIndex
CREATE INDEX "QueueItem_lostId_idx" ON "QueueItem"("lostId");

-- CreateIndex
CREATE INDEX "QueueItem_day_idx" ON "QueueItem"("day");

-- CreateIndex
CREATE INDEX "QueueItem_place_priority_changedAt_id_idx" ON "QueueItem"("place", "priority", "changedAt", "id");

-- CreateIndex
CREATE INDEX "QueueItem_place_changedAt_id_idx" ON "QueueItem"("place", "changedAt", "id");

-- CreateIndex
CREATE INDEX "QueueItem_place_dueAt_id_idx" ON "QueueItem"("place", "dueAt", "id");

-- CreateIndex
CREATE INDEX "QueueItem_assigneeId_priority_changedAt_id_idx" ON "QueueItem"("assigneeId", "priority", "changedAt", "id");

-- CreateIndex
CREATE INDEX "QueueItem_assigneeId_changedAt_id_idx" ON "QueueItem"("assigneeId", "changedAt", "id");

-- CreateIndex
CREATE INDEX "QueueItem_assigneeId_dueAt_id_idx" ON "QueueItem"("assigneeId", "dueAt", "id");

-- CreateIndex
CREATE INDEX "QueueItem_facets_idx" ON "QueueItem" USING GIN ("facets");

-- CreateIndex
CREATE INDEX "QueueItem_words_idx" ON "QueueItem" USING GIN ("words");

-- CreateIndex
CREATE INDEX "QueueAct_subjectId_actId_idx" ON "QueueAct"("subjectId", "actId");

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QueueAct" ADD CONSTRAINT "QueueAct_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "FeedItem_importId_idx" ON "FeedItem"("importId");

-- CreateIndex
CREATE INDEX "FeedItem_articleId_idx" ON "FeedItem"("articleId");
