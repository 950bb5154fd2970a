-- CreateEnum
CREATE TYPE "WebhookEvent" AS ENUM ('PUBLISHED', 'CORRECTED', 'WITHDRAWN', 'FELL_DUE', 'TEST');

-- CreateEnum
CREATE TYPE "WebhookStop" AS ENUM ('PAUSED', 'GONE', 'FAILING');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('WAITING', 'DELIVERED', 'FAILED', 'STOPPED');

-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'WEBHOOK_OFF';

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "webhookId" UUID,
ALTER COLUMN "byId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Webhook" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "events" "WebhookEvent"[],
    "note" TEXT,
    "secret" TEXT NOT NULL,
    "oldSecret" TEXT,
    "oldSecretUntil" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "stop" "WebhookStop",
    "stoppedAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMPTZ(3),
    "restUntil" TIMESTAMPTZ(3),
    "missed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" UUID NOT NULL,
    "webhookId" UUID NOT NULL,
    "event" "WebhookEvent" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'WAITING',
    "step" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3),
    "triedAt" TIMESTAMPTZ(3),
    "status" INTEGER,
    "ms" INTEGER,
    "said" TEXT,
    "trouble" TEXT,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDueMark" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "day" DATE NOT NULL,
    "publicationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "WebhookDueMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WebhookDelivery_webhookId_id_idx" ON "WebhookDelivery"("webhookId", "id");

-- AddForeignKey
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
