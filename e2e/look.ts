import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./journey";

const WIDE = 1280;
const NARROW = 360;

/** Each width and each theme once; for pictures each of both with each. */
const LOOKS = [
  { width: WIDE, colorScheme: "light" },
  { width: NARROW, colorScheme: "dark" },
] as const;
const PICTURES = [
  ...LOOKS,
  { width: WIDE, colorScheme: "dark" },
  { width: NARROW, colorScheme: "light" },
] as const;

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
  for (const { width, colorScheme } of folder ? PICTURES : LOOKS) {
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
  await page.setViewportSize({ width: WIDE, height: 900 });
}
