-- CreateEnum
CREATE TYPE "FeedState" AS ENUM ('NEW', 'CHOICE', 'FOLLOWED', 'BROKEN', 'GONE');

-- CreateEnum
CREATE TYPE "FeedItemState" AS ENUM ('WAITING', 'IMPORTED', 'DUPLICATE', 'OLDER', 'NO_ADDRESS');

-- CreateTable
CREATE TABLE "Feed" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "givenAddress" TEXT NOT NULL,
    "state" "FeedState" NOT NULL DEFAULT 'NEW',
    "title" TEXT,
    "homePage" TEXT,
    "publisher" TEXT,
    "proposals" JSONB NOT NULL DEFAULT '[]',
    "finalUrl" TEXT,
    "etag" TEXT,
    "lastModified" TEXT,
    "interval" INTEGER NOT NULL,
    "asked" INTEGER,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "failingSince" TIMESTAMPTZ(3),
    "lastPolledAt" TIMESTAMPTZ(3),
    "lastReadAt" TIMESTAMPTZ(3),
    "nextPollAt" TIMESTAMPTZ(3),
    "pausedAt" TIMESTAMPTZ(3),
    "unfollowedAt" TIMESTAMPTZ(3),
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedItem" (
    "id" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "guid" TEXT NOT NULL,
    "address" TEXT,
    "title" TEXT,
    "hash" TEXT NOT NULL,
    "state" "FeedItemState" NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3),
    "importId" UUID,
    "articleId" UUID,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FeedItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Feed_address_key" ON "Feed"("address");

-- CreateIndex
CREATE INDEX "FeedItem_feedId_firstSeenAt_idx" ON "FeedItem"("feedId", "firstSeenAt");

-- CreateIndex
CREATE INDEX "FeedItem_address_idx" ON "FeedItem"("address");

-- CreateIndex
CREATE UNIQUE INDEX "FeedItem_feedId_guid_key" ON "FeedItem"("feedId", "guid");

-- CreateIndex
CREATE INDEX "Import_url_idx" ON "Import" USING HASH ("url");

-- AddForeignKey
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedItem" ADD CONSTRAINT "FeedItem_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "Feed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedItem" ADD CONSTRAINT "FeedItem_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedItem" ADD CONSTRAINT "FeedItem_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;
