/**
 * Draws pictures of pages and claims, 1200 × 630 pixels as programs that show links want them: the program of a process of its own
 * (`lib/next/pictures.ts`). Skia lays the words out, so that Arabic is joined and runs as it should.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { constants, setPriority } from "node:os";
import { dirname, join } from "node:path";
import CanvasKitInit, { type Canvas, type CanvasKit, type TypefaceFontProvider } from "canvaskit-wasm";
import type { Tone } from "#lib/domain/labels";
import type { Picture } from "#lib/domain/pictures";
import { wave } from "#lib/text/strokes";

const SIZE = { width: 1200, height: 630 };
const EDGE = 64;
const TOP = 44;
/** The room of the name. */
const NAME = 166;
const INSIDE = SIZE.width - 2 * EDGE;
const STRIP = { width: 624, height: 20 };
const BESIDE = 24;

/** The light colours of `app/tokens.css`. */
const PAPER = "#f8f9f6";
const INK = "#17201c";
const INK_2 = "#4b5751";
const TONES: Readonly<Record<Tone, string>> = {
  reported: "#2458a6",
  unsourced: "#a8480a",
  opinion: "#8c2f5e",
  plain: INK_2,
};

/** A family for each file of a font, the first that has a letter draws it. */
const FONTS = {
  serif: ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"].map(
    (part) => `@fontsource-variable/source-serif-4/files/source-serif-4-${part}-wght-normal.woff2`,
  ),
  sans: ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"].map(
    (part) => `@fontsource-variable/source-sans-3/files/source-sans-3-${part}-wght-normal.woff2`,
  ),
};
const ARABIC = {
  serif: "@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2",
  sans: "@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2",
};

const { resolve } = createRequire(import.meta.url);

interface Tools {
  readonly skia: CanvasKit;
  readonly fonts: TypefaceFontProvider;
}
let tools: Promise<Tools> | null = null;

async function takeTools(): Promise<Tools> {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const folder = dirname(resolve("canvaskit-wasm"));
  const skia = await CanvasKitInit({ locateFile: (file) => join(folder, file) });
  const fonts = skia.TypefaceFontProvider.Make();
  for (const file of [...FONTS.serif, ...FONTS.sans, ARABIC.serif, ARABIC.sans])
    fonts.registerFont(new Uint8Array(readFileSync(resolve(file))), file);
  return { skia, fonts };
}

/** The picture as a PNG. */
export default async function draw(picture: Picture): Promise<Uint8Array> {
  tools ??= takeTools();
  const { skia, fonts } = await tools;
  const surface = skia.MakeSurface(SIZE.width, SIZE.height);
  if (surface === null) throw new Error("there is no memory for a picture");
  try {
    const canvas = surface.getCanvas();
    canvas.clear(skia.parseColorString(PAPER));
    drawPicture(new Pen(skia, fonts, canvas), picture);
    const image = surface.makeImageSnapshot();
    const bytes = image.encodeToBytes(skia.ImageFormat.PNG, 100);
    image.delete();
    if (bytes === null) throw new Error("the picture couldn't be written");
    return bytes;
  } finally {
    surface.dispose(); // with its pixels, which `delete` leaves
  }
}

function drawPicture(pen: Pen, picture: Picture): void {
  const { kicker, text, direction, ours, label, answer, name } = picture;
  let y = TOP;
  drawName(pen, name, ours);
  pen.words(kicker, {
    y: y + 10,
    size: 28,
    font: "sans",
    color: INK_2,
    most: 1,
    direction: ours,
    width: INSIDE - NAME - BESIDE,
    x: ours === "rtl" ? NAME + BESIDE : 0,
  });
  y += 72;
  const isLong = text.length > 130;
  y += pen.words(text, { y, size: isLong ? 44 : 52, font: "serif", color: INK, most: 4, direction }) + 28;
  const scale = INSIDE / STRIP.width;
  for (const { path, width, dashes, isRound, tone } of picture.strokes)
    pen.stroke(path, { y, scale, width: Number(width), dashes, isRound, color: TONES[tone] });
  for (const path of picture.breaks)
    pen.stroke(path, { y, scale, width: 1.5, dashes: null, isRound: false, color: INK });
  if (picture.strokes.length > 0) y += STRIP.height * scale + BESIDE;
  if (label !== null)
    y +=
      pen.words(label.word, {
        y,
        size: 34,
        font: "sans",
        color: TONES[label.tone],
        most: 1,
        weight: 600,
        direction: ours,
      }) + 8;
  pen.words(answer, { y, size: 30, font: "sans", color: INK, most: 2, direction: ours });
}

/** The name with its line, straight and then wavy, at the far end of the first row. */
function drawName(pen: Pen, name: string, direction: Picture["ours"]): void {
  const y = TOP;
  pen.words(name, { y, size: 36, font: "serif", color: INK, most: 1, weight: 600, isAtEnd: true, direction });
  const from = direction === "rtl" ? 0 : INSIDE - NAME;
  const [to, below] = [from + NAME, 50];
  const half = (from + to) / 2;
  const line = { y, scale: 1, dashes: null, isRound: false, width: 3 };
  pen.stroke(`M${from} ${below}H${half}`, { ...line, color: TONES.reported });
  const wavy = wave({ from: half, to, y: below, halfPeriod: 7, height: 6 });
  pen.stroke(wavy, { ...line, color: TONES.unsourced });
}

interface WordsLook {
  /** Of the upper edge, in pixels; all words begin at the picture's edge. */
  readonly y: number;
  readonly size: number;
  readonly font: keyof typeof FONTS;
  readonly color: string;
  /** Lines; what has no room ends in "…". */
  readonly most: number;
  readonly weight?: number;
  readonly direction?: "ltr" | "rtl";
  /** The whole width, where none is said. */
  readonly width?: number;
  /** How far from the picture's edge they begin. */
  readonly x?: number;
  readonly isAtEnd?: boolean;
}

interface StrokeLook {
  readonly y: number;
  readonly scale: number;
  readonly width: number;
  readonly dashes: string | null;
  readonly isRound: boolean;
  readonly color: string;
}

class Pen {
  constructor(
    readonly skia: CanvasKit,
    readonly fonts: TypefaceFontProvider,
    readonly canvas: Canvas,
  ) {}

  /** Draws words, and returns how high they are. Signs that no font has are left out. */
  words(text: string, look: WordsLook): number {
    const missing = new Set(this.#laidOut(text, look, (laid) => laid.unresolvedCodepoints()));
    const there = [...text].filter((sign) => !missing.has(sign.codePointAt(0) ?? 0)).join("");
    return this.#laidOut(there, look, (laid) => {
      this.canvas.drawParagraph(laid, EDGE + (look.x ?? 0), look.y);
      return laid.getHeight();
    });
  }

  #laidOut<T>(text: string, look: WordsLook, use: (laid: Laid) => T): T {
    const { skia } = this;
    const style = new skia.ParagraphStyle({
      textStyle: {
        color: skia.parseColorString(look.color),
        fontFamilies: [...FONTS[look.font], ARABIC[look.font]],
        fontSize: look.size,
        fontVariations: [{ axis: "wght", value: look.weight ?? 400 }],
        heightMultiplier: 1.25,
      },
      textDirection: look.direction === "rtl" ? skia.TextDirection.RTL : skia.TextDirection.LTR,
      textAlign: look.isAtEnd ? skia.TextAlign.End : skia.TextAlign.Start,
      maxLines: look.most,
      ellipsis: "…",
    });
    const builder = skia.ParagraphBuilder.MakeFromFontProvider(style, this.fonts);
    builder.addText(text);
    const laid = builder.build();
    laid.layout(look.width ?? INSIDE);
    const result = use(laid);
    laid.delete();
    builder.delete();
    return result;
  }

  stroke(svg: string, look: StrokeLook): void {
    const { skia, canvas } = this;
    const path = skia.Path.MakeFromSVGString(svg);
    if (path === null) throw new TypeError("a stroke is a path of SVG");
    const paint = new skia.Paint();
    paint.setStyle(skia.PaintStyle.Stroke);
    paint.setAntiAlias(true);
    paint.setStrokeWidth(look.width);
    paint.setColor(skia.parseColorString(look.color));
    if (look.isRound) paint.setStrokeCap(skia.StrokeCap.Round);
    const gaps = look.dashes === null ? null : skia.PathEffect.MakeDash(look.dashes.split(" ").map(Number));
    if (gaps !== null) paint.setPathEffect(gaps);
    canvas.save();
    canvas.translate(EDGE, look.y);
    canvas.scale(look.scale, look.scale);
    canvas.drawPath(path, paint);
    canvas.restore();
    gaps?.delete();
    paint.delete();
    path.delete();
  }
}

type Laid = ReturnType<ReturnType<CanvasKit["ParagraphBuilder"]["MakeFromFontProvider"]>["build"]>;
