import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./journey";

/**
 * Look at a screen wide and narrow, in both themes: nothing scrolls sideways, and axe finds nothing.
 *
 * `name`      what its pictures are called, where `SHOTS` names a folder for them
 * `prepared`  what has to be done at each width (in CSS pixels) before
 */
export async function look(
  page: Page,
  name: string,
  prepared: (width: number) => Promise<void> = async () => {},
): Promise<void> {
  const folder = process.env.SHOTS;
  for (const width of [1280, 360])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await prepared(width);
      // Colours that are changing have a contrast that nobody chose.
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      if (folder)
        await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}
