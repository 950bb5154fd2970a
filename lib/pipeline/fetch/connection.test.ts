import { request } from "undici";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { checkedAgent, type Lookup } from "./connection";
import { isPublicAddress } from "./public-address";
import { html, names, SHORT, type Site, startSite } from "./testing/site";

/** Here the test's own server stands for the public internet, and 127.0.0.9 for a private network. */
vi.mock("./public-address", () => ({ isPublicAddress: vi.fn() }));

let site: Site;
beforeEach(async () => {
  vi.mocked(isPublicAddress).mockImplementation((address) => address === "127.0.0.1");
  site = await startSite(() => html("words", { connection: "close" }));
});
afterEach(async () => site.stop());

async function get(host: string, lookup: Lookup, allowHosts: readonly string[] = []): Promise<string> {
  const agent = checkedAgent(allowHosts, SHORT, lookup);
  try {
    const { body } = await request(`http://${host}:${site.port}/`, { dispatcher: agent });
    return await body.text();
  } finally {
    await agent.destroy();
  }
}

test("a public name and a public address are connected to", async () => {
  expect(await get("news.example", names({ "news.example": ["127.0.0.1"] }))).toBe("words");
  expect(await get("127.0.0.1", names({}))).toBe("words");
});

test("a name that is bound anew between two connections is checked at each of them", async () => {
  let looks = 0;
  const lookup: Lookup = (_, options, done) => {
    looks += 1;
    names({ a: [looks === 1 ? "127.0.0.1" : "127.0.0.9"] })("a", options, done);
  };
  const agent = checkedAgent([], SHORT, lookup);
  const ask = async () =>
    (await request(`http://news.example:${site.port}/`, { dispatcher: agent })).body.text();
  expect(await ask()).toBe("words");
  await expect(ask()).rejects.toThrow(/not on the public internet/);
  await agent.destroy();
  expect(looks).toBe(2);
  expect(site.asked).toHaveLength(1);
});

test("one private address among several refuses the name", async () => {
  const lookup = names({ "news.example": ["127.0.0.1", "127.0.0.9"] });
  await expect(get("news.example", lookup)).rejects.toThrow(/not on the public internet/);
  expect(site.asked).toEqual([]);
});

test("wherever the socket ends is looked at before a word is sent", async () => {
  vi.mocked(isPublicAddress).mockReturnValueOnce(true).mockReturnValueOnce(false);
  await expect(get("news.example", names({ "news.example": ["127.0.0.1"] }))).rejects.toThrow(
    /not on the public/,
  );
  expect(site.asked).toEqual([]);
});

test("a host that is allowed by name is not asked where it lies", async () => {
  vi.mocked(isPublicAddress).mockReturnValue(false);
  const lookup = names({ "intranet.example": ["127.0.0.1"] });
  expect(await get("intranet.example", lookup, [`intranet.example:${site.port}`])).toBe("words");
  await expect(get("intranet.example", lookup, ["intranet.example:81"])).rejects.toThrow(/not on the public/);
});
