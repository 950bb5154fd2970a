-- AlterEnum
ALTER TYPE "MatchDecisionKind" ADD VALUE 'AFFIRMED';
