-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('MENTION', 'ANSWER', 'ASSIGNED', 'RETURNED');

-- CreateTable
CREATE TABLE "DeskThread" (
    "id" UUID NOT NULL,
    "versionId" UUID,
    "claimId" UUID,
    "start" INTEGER,
    "end" INTEGER,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedById" UUID,
    "resolvedAt" TIMESTAMPTZ(3),
    "comments" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DeskThread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeskComment" (
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "mentions" JSONB NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeskComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "commentId" UUID,
    "actId" UUID,
    "reviewId" UUID,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeSetting" (
    "personId" UUID NOT NULL,
    "byMail" BOOLEAN NOT NULL,

    CONSTRAINT "NoticeSetting_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "DeskThread_versionId_id_idx" ON "DeskThread"("versionId", "id");

-- CreateIndex
CREATE INDEX "DeskThread_claimId_id_idx" ON "DeskThread"("claimId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DeskComment_threadId_number_key" ON "DeskComment"("threadId", "number");

-- CreateIndex
CREATE INDEX "DeskComment_authorId_at_idx" ON "DeskComment"("authorId", "at");

-- CreateIndex
CREATE INDEX "Notice_personId_at_id_idx" ON "Notice"("personId", "at", "id");

-- AddForeignKey
ALTER TABLE "DeskThread" ADD CONSTRAINT "DeskThread_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskThread" ADD CONSTRAINT "DeskThread_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskThread" ADD CONSTRAINT "DeskThread_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskThread" ADD CONSTRAINT "DeskThread_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskComment" ADD CONSTRAINT "DeskComment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "DeskThread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskComment" ADD CONSTRAINT "DeskComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "DeskComment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeSetting" ADD CONSTRAINT "NoticeSetting_personId_fkey" FOREIGN KEY ("personId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
