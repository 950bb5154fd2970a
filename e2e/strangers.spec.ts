import { strangeRequests } from "./attacks/requests";
import { send } from "./attacks/send";
import { expect, test } from "./journey";

/** One in this many is sent by `npm test`; `npm run attack` sends all of them. */
const EVERY = process.env.ONRECORD_ATTACK === "all" ? 1 : 4;
const AT_ONCE = 4;

test.use({ start: "empty: strangers" });

test("no stranger's request makes an error of ours, goes without our headers, or shows how we are made", async ({
  product,
}) => {
  test.setTimeout(600_000);
  const requests = strangeRequests(product.origin).filter((_, index) => index % EVERY === 0);
  const waiting = [...requests];
  const troubles: string[] = [];
  const lane = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const { status, text } = await send(product.origin, one);
      const [head = ""] = text.split("\r\n\r\n");
      const what = `${one.method} ${one.target.slice(0, 60)} ${JSON.stringify(one.headers).slice(0, 80)}`;
      if (status === 0 || status >= 500) troubles.push(`${status} ${what}`);
      if (!/^x-content-type-options: nosniff/im.test(head)) troubles.push(`no headers: ${what}`);
      if (/ZodError|invalid_type|PrismaClient|\bat \S+\.(?:ts|js|mjs):\d+/.test(text))
        troubles.push(`shows code: ${what}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  console.log(`${requests.length} strange requests`);
  expect(troubles).toEqual([]);
  expect((await fetch(`${product.origin}/readyz`)).status).toBe(200);
});

test("while the database is gone every page says so and says when to ask again, and then is back by itself", async ({
  product,
  page,
}) => {
  const { database } = product.running().processes;
  if (database === undefined) test.skip(); // a server of somebody else's is not ours to kill
  process.kill(database ?? 0, "SIGKILL");
  const seen = new Set<number>();
  await expect(async () => {
    for (const place of ["/", "/claims", "/sign-in"]) {
      const answer = await fetch(`${product.origin}${place}`);
      seen.add(answer.status);
      if (answer.status === 503) expect(answer.headers.get("retry-after")).toBe("5");
    }
    const ready = await fetch(`${product.origin}/readyz`);
    expect(await ready.json()).toMatchObject({ status: "ready" });
  }).toPass({ timeout: 60_000 });
  expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect((await page.goto("/"))?.status()).toBe(200);
});
