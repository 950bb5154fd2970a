import { createHash } from "node:crypto";
import Tinypool from "tinypool";
import type { Picture } from "#lib/domain/pictures";
import { programOf } from "#lib/programs.mjs";
import { type Item, missing } from "./answer-missing";
import { RETRY_AFTER } from "./refused";

/**
 * Pictures are drawn in a process of their own, one at a time: drawing takes a fifth of a second, and no reader waits behind it. The process has
 * nothing of the program's settings, is there only while pictures are asked for, and is ended where one takes too long.
 */

/** The longest that one may take, with the time that it waits, in milliseconds. */
const TIME = 10_000;
/** So long the process waits for another picture, in milliseconds. */
const IDLE = 60_000;
/** Of JavaScript's own memory, in MB. */
const MEMORY = 96;
/** The one that is drawn, and those that wait. */
const MOST_AT_ONCE = 9;
/** Bytes of pictures that are kept here, the last asked for. One has 30 to 100 kB. */
const KEPT = 8 * 1_048_576;

interface Settings {
  /** What runs in the process: its default export draws as `scripts/draw.ts` does. */
  readonly program: string;
  readonly time: number;
  readonly kept: number;
}

export class Painter {
  readonly #pool: Tinypool;
  readonly #time: number;
  readonly #most: number;
  /** By a hash of what they show; the last asked for stands last. */
  readonly #kept = new Map<string, Uint8Array>();
  readonly #drawing = new Map<string, Promise<Uint8Array | null>>();
  #bytes = 0;

  constructor({ program = "scripts/draw.ts", time = TIME, kept = KEPT }: Partial<Settings> = {}) {
    this.#time = time;
    this.#most = kept;
    const { file, execArgv } = programOf(program);
    this.#pool = new Tinypool({
      runtime: "child_process",
      filename: file,
      execArgv: [...execArgv, `--max-old-space-size=${MEMORY}`],
      env: {},
      serialization: "advanced",
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE,
      terminateTimeout: 1_000,
    });
  }

  /** The PNG; null where too many wait, or this one took too long or failed. */
  async picture(picture: Picture): Promise<Uint8Array | null> {
    const mark = createHash("sha256").update(JSON.stringify(picture)).digest("base64url");
    const kept = this.#kept.get(mark);
    if (kept !== undefined) {
      this.#kept.delete(mark);
      this.#kept.set(mark, kept);
      return kept;
    }
    const begun = this.#drawing.get(mark);
    if (begun === undefined && this.#drawing.size >= MOST_AT_ONCE) return null;
    const drawing = begun ?? this.#draw(mark, picture);
    this.#drawing.set(mark, drawing);
    return drawing.finally(() => this.#drawing.delete(mark));
  }

  async #draw(mark: string, picture: Picture): Promise<Uint8Array | null> {
    try {
      // What runs in the process is `scripts/draw.ts`, and this is what it answers.
      const drawn = (await this.#pool.run(picture, {
        signal: AbortSignal.timeout(this.#time),
      })) as Uint8Array;
      this.#keep(mark, drawn);
      return drawn;
    } catch (error) {
      console.error(JSON.stringify({ level: "error", event: "picture", message: String(error) }));
      return null;
    }
  }

  #keep(mark: string, drawn: Uint8Array): void {
    this.#kept.set(mark, drawn);
    this.#bytes += drawn.length;
    for (const [oldest, bytes] of this.#kept) {
      if (this.#bytes <= this.#most) return;
      this.#kept.delete(oldest);
      this.#bytes -= bytes.length;
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

let painter: Painter | null = null;

/** Answers with the picture of an item; 404 or 410 where there is none to draw, 503 where it can't be drawn now. */
export async function answerPicture(picture: Picture | null, item: Item): Promise<Response> {
  if (picture === null) return new Response(null, { status: (await missing(item)).status });
  painter ??= new Painter();
  const png = await painter.picture(picture);
  if (png === null) return new Response(null, { status: 503, headers: { "Retry-After": RETRY_AFTER } });
  return new Response(new Uint8Array(png), { headers: { "Content-Type": "image/png" } });
}
