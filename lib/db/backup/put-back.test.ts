import { describe, expect, test } from "vitest";
import { asOneTransaction } from "./put-back";

describe("migrations in one transaction", () => {
  test("a value that is added later stands in its enumeration from the start, behind the others", () => {
    const migrations = [
      `CREATE TYPE "State" AS ENUM ('QUEUED', 'DONE');\n\nCREATE TYPE "Kind" AS ENUM ('A');`,
      `ALTER TYPE "State" ADD VALUE 'CANCELLED';\nCREATE TABLE "T" ("state" "State");`,
      `ALTER TYPE "State" ADD VALUE 'LOST';\nALTER TYPE "Kind" ADD VALUE 'B';`,
    ];
    expect(asOneTransaction(migrations)).toEqual([
      `CREATE TYPE "State" AS ENUM ('QUEUED', 'DONE', 'CANCELLED', 'LOST');\n\nCREATE TYPE "Kind" AS ENUM ('A', 'B');`,
      `\nCREATE TABLE "T" ("state" "State");`,
      "\n",
    ]);
  });

  test("everything else is left as it is, also a value of an enumeration that isn't made here", () => {
    const migrations = [`CREATE TABLE "T" ("a" TEXT);`, `ALTER TYPE "Other" ADD VALUE 'X';`];
    expect(asOneTransaction(migrations)).toEqual(migrations);
  });
});
