-- Pages that two people read blind and differ in, until somebody settles them.
-- AlterTable
ALTER TABLE "QueueItem" ADD COLUMN     "dissenters" UUID[];
