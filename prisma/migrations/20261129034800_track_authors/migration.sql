-- AlterEnum
ALTER TYPE "TrackKind" ADD VALUE 'AUTHOR';
