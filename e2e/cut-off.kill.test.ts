import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dataFolder, type Product, removeData, startProduct } from "./product";

/** What readers get from a database that takes too long, and from a disk that is full. */

let product: Product;
const data = dataFolder();
beforeAll(async () => {
  product = await startProduct({
    data,
    env: { ONRECORD_STATEMENT_TIMEOUT: "1", ONRECORD_DISK_FLOOR: "1000000000" },
  });
});
afterAll(async () => {
  await product.stop();
  removeData(data);
});

const ask = async (path: string) => {
  const response = await fetch(product.origin + path);
  return { status: response.status, again: response.headers.get("retry-after"), text: await response.text() };
};

test("a page whose question is cut off is answered 503, to be asked again, and never 500", async () => {
  const owner = new Client({ connectionString: product.ownerUrl() });
  await owner.connect();
  try {
    await owner.query(
      `BEGIN; LOCK TABLE "Article", "Claim", "Publication", "RecordHead", "Invitation" IN ACCESS EXCLUSIVE MODE`,
    );
    for (const path of ["/articles/none", "/claims/none", "/record/heads", `/join/${"a".repeat(43)}`]) {
      expect({ path, ...(await ask(path)) }).toMatchObject({ path, status: 503, again: expect.any(String) });
    }
    await owner.query("ROLLBACK");
    expect((await ask("/articles/none")).status).toBe(404);
  } finally {
    await owner.end();
  }
});

test("with less room than the floor readers are served, and it says what is ill", async () => {
  expect((await ask("/")).status).toBe(200);
  const { status, text } = await ask("/readyz");
  expect({ status, ...JSON.parse(text) }).toMatchObject({
    status: "degraded",
    parts: { database: "ok", room: "ill" },
  });
});
