import CanvasKitInit from "canvaskit-wasm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Picture } from "#lib/domain/pictures";
import type { PublishedArticle, PublishedClaim } from "#lib/domain/published";
import { pictureOfArticle, pictureOfClaim } from "#lib/publish/pictures";
import { foundingClaim, foundingPublication } from "#lib/publish/testing/founding-publication";
import { linkPreview } from "./link-preview";
import { Painter } from "./pictures";

const history = { entries: [], proof: "VERIFIED" } as const;
const founding = foundingPublication();
const article: PublishedArticle = {
  content: founding,
  publishedAt: "2026-11-20T10:00:00.000Z",
  history,
  corrections: [],
};
const rumour = founding.statements[15];
const post = founding.posts[1];
if (rumour === undefined || post === undefined) throw new Error("the founding page has them");
const claim: PublishedClaim = {
  slug: "banks",
  wording: "Banks got memos.",
  own: { content: foundingClaim(), publishedAt: "2026-11-21T10:00:00.000Z" },
  withdrawn: null,
  earlier: [],
  appearances: [{ article: founding.article, post, isOwnPost: false, statement: rumour }],
  appearanceCount: 1,
  places: { appearances: [], more: null },
  history,
  corrections: [],
};
const TODAY = "2026-11-28";

function pictureWith(text: string): Picture {
  const picture = pictureOfClaim({ ...claim, wording: text });
  if (picture === null) throw new Error("these letters can be drawn");
  return picture;
}

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

test("a claim has its label's line, its verdict and what that means; a page its strokes and counts", () => {
  const picture = pictureOfClaim(claim);
  expect(picture).toMatchObject({
    text: "Banks got memos.",
    label: { word: "Unsourced speculation", line: "unsourced" },
  });
  expect(picture?.strokes).toHaveLength(1);
  expect(picture?.answer).toMatch(/^Verdict: No evidence found\. This doesn’t make the claim false\./);
  const page = pictureOfArticle(article, TODAY);
  expect([page?.strokes.length, page?.breaks.length, page?.label]).toEqual([16, 1, null]);
  expect(page?.answer).toMatch(/^1 of 16 statements .* Wavy: 1 unsourced\.$/);
});

test("what can’t be verified and what there are no letters for has no picture, and says of none", () => {
  const broken = { ...history, proof: "BROKEN" as const };
  expect(pictureOfClaim({ ...claim, history: broken })).toBeNull();
  expect(pictureOfArticle({ ...article, history: broken }, TODAY)).toBeNull();
  for (const text of ["大坝是安全的", "댐은 안전하다", "הסכר בטוח"])
    expect([text, pictureOfClaim({ ...claim, wording: text })]).toEqual([text, null]);
  expect(linkPreview("/claims/banks", "A title", null)).toEqual({});
});

test("a link’s picture has an address of its own for everything that it shows", () => {
  vi.stubEnv("ONRECORD_URL", "https://onrecord.example");
  const urlOf = (text: string) =>
    JSON.stringify(linkPreview("/claims/banks", "T", pictureWith(text)).openGraph?.images);
  expect(urlOf("One.")).toMatch(
    /"https:\/\/onrecord\.example\/claims\/banks\/picture\.png\?of=[0-9a-f]{12}"/,
  );
  expect(urlOf("One.")).not.toBe(urlOf("Two."));
  expect(urlOf("One.")).toBe(urlOf("One."));
  vi.unstubAllEnvs();
});

describe("drawn", () => {
  const painter = new Painter();
  let skia: Awaited<ReturnType<typeof CanvasKitInit>>;
  beforeAll(async () => {
    skia = await CanvasKitInit();
  });
  afterAll(() => painter.close());

  /** Where the wording is drawn: its first and its last column that isn't paper, and how many pixels aren't. */
  async function inkOf(text: string) {
    const png = await painter.picture(pictureWith(text));
    const image = png && skia.MakeImageFromEncoded(png);
    if (!image) throw new Error("it is a picture");
    const [width, height] = [image.width(), image.height()];
    const pixels = image.readPixels(0, 0, {
      width,
      height,
      colorType: skia.ColorType.RGBA_8888,
      alphaType: skia.AlphaType.Unpremul,
      colorSpace: skia.ColorSpace.SRGB,
    });
    image.delete();
    if (pixels === null) throw new Error("it has pixels");
    const columns = new Set<number>();
    let ink = 0;
    for (let y = 120; y < 170; y += 1)
      for (let x = 0; x < width; x += 1) {
        if ((pixels[(y * width + x) * 4] ?? 255) > 128) continue;
        columns.add(x);
        ink += 1;
      }
    return { width, height, first: Math.min(...columns), last: Math.max(...columns), ink };
  }

  test("Arabic is joined, and begins at the right", async () => {
    const joined = await inkOf("ببب");
    const apart = await inkOf("ب\u200cب\u200cب");
    expect(joined).toMatchObject({ width: 1200, height: 630 });
    expect(joined.first).toBeGreaterThan(900);
    // Three letters that stand alone take more room than the same three joined.
    expect(apart.last - apart.first).toBeGreaterThan((joined.last - joined.first) * 1.3);
    const latin = await inkOf("bbb");
    expect([latin.first < 100, latin.last < 300]).toEqual([true, true]);
  }, 60_000);

  test.each([
    "",
    "\u0000\u0001\u202e\ufeff\ud800",
    "🎉🏴‍☠️ \u{10ffff}",
    `<svg onload=alert(1)>${"word ".repeat(3_000)}`,
    "x".repeat(10_000),
    "ا".repeat(10_000),
    "a\u0301".repeat(5_000),
  ])(
    "whatever the words are: %#",
    async (text) => {
      const png = await painter.picture({ ...pictureWith("x"), text, kicker: text, answer: text });
      expect(
        Buffer.from(png ?? [])
          .subarray(1, 4)
          .toString(),
      ).toBe("PNG");
    },
    60_000,
  );
});

describe("pictures have bounds", () => {
  const program = "lib/next/testing/painting.ts";

  test("one is drawn once while it is kept, and the last asked for are", async () => {
    const painter = new Painter({ program, kept: 2_500 });
    const [a, b, c] = ["a", "b", "c"].map(pictureWith) as [Picture, Picture, Picture];
    const first = await Promise.all([painter.picture(a), painter.picture(a)]);
    expect(first[0]).toBe(first[1]);
    const kept = await painter.picture(b);
    expect(await painter.picture(a)).toBe(first[0]);
    await painter.picture(c);
    expect(await painter.picture(a)).toBe(first[0]);
    expect(await painter.picture(b)).not.toEqual(kept);
    await painter.close();
  }, 60_000);

  test("one that takes too long costs its process, and so many wait; the next is drawn", async () => {
    const painter = new Painter({ program, time: 5_000 });
    const endless = Array.from({ length: 12 }, (_, n) =>
      painter.picture({ ...pictureWith("for ever"), kicker: String(n) }),
    );
    expect(await Promise.all(endless)).toEqual(Array.from({ length: 12 }, () => null));
    expect(await painter.picture(pictureWith("a"))).toHaveLength(1000);
    await painter.close();
  }, 60_000);
});
