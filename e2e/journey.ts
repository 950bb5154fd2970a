import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { fill } from "./filled";
import { waitsForForms } from "./hydrated";
import { type OtherSite, startOtherSite } from "./other-site";
import { dataFolder, freePort, type Product, removeData, startProduct } from "./product";

/**
 * `newsroom`: filled by the demo. `newsroom: …`: the same, for a file alone that spoils it for others. `empty: …`: as on the first day, and
 * named, because files that start alike share a product, and a first day can be had only once.
 */
type Start = "newsroom" | `newsroom: ${string}` | `empty: ${string}`;

interface OfFile {
  readonly start: Start;
  /** Reached by the name of this machine: browsers make no passkeys for a number. */
  readonly isNamed: boolean;
  /** Settings that the product is started with, beside those of every journey. */
  readonly env: Readonly<Record<string, string>>;
  readonly product: Product;
  /** Somebody else's site: the one host of the private network that the product may fetch from. */
  readonly otherSite: OtherSite;
}

/** A test of the whole product. The product is started once for each file, on data of its own, and stopped after it. */
export const test = base.extend<{ readonly quiet: undefined }, OfFile>({
  start: ["newsroom", { option: true, scope: "worker" }],
  isNamed: [false, { option: true, scope: "worker" }],
  env: [{}, { option: true, scope: "worker" }],
  otherSite: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    async ({}, use) => {
      const site = await startOtherSite();
      try {
        await use(site);
      } finally {
        await site.stop();
      }
    },
    { scope: "worker" },
  ],
  product: [
    async ({ start, isNamed, env, otherSite }, use) => {
      const data = dataFolder();
      const printed = start.startsWith("newsroom") ? await fill(data) : [];
      const port = await freePort();
      const product = await startProduct({
        data,
        port,
        printed,
        env: {
          ONRECORD_ALLOW_HOSTS: otherSite.host,
          ONRECORD_URL: isNamed ? `http://localhost:${port}` : "",
          ...env,
        },
      });
      try {
        await use(product);
      } finally {
        await product.stop();
        removeData(data);
      }
    },
    { scope: "worker", timeout: 300_000 },
  ],
  baseURL: async ({ product }, use) => use(product.origin),
  page: async ({ page }, use) => use(waitsForForms(page)),
  /** No page may throw, or ask for what its own policy forbids. */
  quiet: [
    async ({ context }, use) => {
      const troubles: string[] = [];
      context.on("weberror", (error) => troubles.push(String(error.error())));
      context.on("console", (message) => {
        if (/content security policy|hydrat/i.test(message.text())) troubles.push(message.text());
      });
      await use(undefined);
      expect(troubles).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * No violation of WCAG 2.2 A, AA or axe's best practices on the page as it stands; targets of 24 px are asked, too, which axe doesn't by itself.
 *
 * A page that changes while axe reads it shows a mix of two states, such as the colours of a disabled button on an enabled one: it
 * is read again, five times at most.
 */
export async function expectAccessible(page: Page): Promise<void> {
  let found = await lookedAt(page);
  for (let looks = 1; found.hasChanged && looks < 5; looks++) found = await lookedAt(page);
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`),
  ).toEqual([]);
}

async function lookedAt(page: Page) {
  const changes = await page.evaluateHandle(() => {
    const seen = { count: 0 };
    new MutationObserver(({ length }) => {
      seen.count += length;
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    return seen;
  });
  // What passes isn't told, and no blank page is opened for each look: no screen of ours holds a frame of another site.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })
    .setLegacyMode()
    .analyze();
  const faults = await Promise.all(
    violations.map(async ({ id, nodes }) => ({
      id,
      nodes: id === "target-size" ? await smallOf(page, nodes) : nodes,
    })),
  );
  const hasChanged = (await changes.evaluate(({ count }) => count)) > 0;
  return { violations: faults.filter(({ nodes }) => nodes.length > 0), hasChanged };
}

const LEAST_TARGET = 24;

/** Those less than 24 px high or wide. axe counts what can be seen of a target: one that is scrolled half out of its pane isn't small. */
async function smallOf<Node extends { readonly target: readonly unknown[] }>(
  page: Page,
  nodes: readonly Node[],
): Promise<Node[]> {
  const boxes = await Promise.all(
    nodes.map(({ target }) => page.locator(String(target[0])).first().boundingBox()),
  );
  return nodes.filter((_, i) => {
    const { width = 0, height = 0 } = boxes[i] ?? {};
    return Math.min(width, height) < LEAST_TARGET;
  });
}

/** Nothing scrolls sideways, from the first moment at which a window is as wide as it is. What reaches beyond its edges is named. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const { innerWidth } = window;
    if (scrollWidth <= innerWidth) return [];
    const reaching = [...document.querySelectorAll("body *")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > innerWidth || left < 0;
    });
    return [
      `${scrollWidth} in ${innerWidth}`,
      ...reaching.slice(0, 8).map((one) => one.outerHTML.slice(0, 160)),
    ];
  });
  expect(beyond).toEqual([]);
}
