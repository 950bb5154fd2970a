import type { Analysis, Engine, Note, Page } from "#lib/domain/analysis";
import { ANALYSED, LIMIT } from "#lib/domain/assessment";
import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import { LONGEST_SENTENCE } from "#lib/english/sentences";
import { AppError } from "#lib/errors";
import { NORMALIZER_VERSION } from "#lib/text/normalise";
import * as words from "#lib/words";
import { type AttributedPage, attribute } from "./attribute";
import { attributionEngine } from "./attribute/engine";
import { isFull, READ_IN_PART } from "./attribute/sentence";
import { classify, MODELS } from "./classify";
import type { Arbiter } from "./classify/arbiter";
import { oneNameEach } from "./one-name";
import { type Segmented, segment } from "./segment";

const pages = words.pages;

/** What made the proposals; stored beside each of them. */
function engineNamed(engine: Engine): Analysis["engine"] {
  if (engine === "RULES") return { name: "onrecord-rules", version: "1" };
  return { name: MODELS, version: attributionEngine().version };
}

/**
 * segment → attribute → classify: everything that a machine proposes about one page. Pure; needs no database and no clock.
 *
 * Shapes   as `Analysis` says; every span points into `text`, which for text input that is NFC with `\n` is the input.
 * Throws   AppError `invalid_input` where there is no text at all, `too_large` where the page is beyond a stated limit.
 */
export function analyse(page: Page, engine: Engine = "MODELS", judge: Arbiter | null = null): Analysis {
  if (page.content.length > MAX_PAGE_BYTES) throw new AppError("too_large", pages.tooLarge);
  return analyseCut(segment(page), engine, judge);
}

/** The same for a page that is cut into its parts already, by the machine or by people. */
export function analyseCut(
  { notes, named = null, ...segmented }: Segmented,
  engine: Engine = "MODELS",
  judge: Arbiter | null = null,
): Analysis {
  const isRead = segmented.language !== null && ANALYSED.includes(segmented.language);
  const attributed = isRead ? attribute(segmented, engine) : NOTHING;
  const classified = classify({ ...segmented, notes }, attributed, judge);
  const { statements, attributions } = oneNameEach(classified);
  return {
    ...segmented,
    engine: engineNamed(engine),
    normalizerVersion: NORMALIZER_VERSION,
    body: bodyOf(segmented, named),
    statements: [...statements],
    attributions: [...attributions],
    notes: [
      ...notes,
      ...(isRead ? classified.notes : [notRead(segmented.language)]),
      ...cutNotes(attributed),
    ],
  };
}

const NOTHING: AttributedPage = { attributed: [], loose: [], reading: null };

/** The running text of a page, its segments one below the other; of a page that is called after one of its posts, that post's. */
export function bodyOf(
  { text, segments }: Pick<Segmented, "text" | "segments">,
  named: number | null = null,
): string {
  const body = segments.filter(({ type, post }) => type === "BODY" && (named === null || post === named));
  return body.map((segment) => text.slice(segment.start, segment.end)).join("\n");
}

function notRead(language: string | null): Note {
  const why =
    language === null
      ? "It could not be told that the page is in English"
      : `The page is in another language than English (${language})`;
  const remark = `${why}: its parts are told apart, its statements are not looked for.`;
  return { stage: "attribute", remark };
}

function cutNotes({ attributed }: AttributedPage): Note[] {
  const notes: Note[] = [];
  if (isFull(attributed.map(({ sentence }) => sentence))) notes.push({ stage: LIMIT, remark: READ_IN_PART });
  if (attributed.some(({ sentence }) => sentence.isCut)) {
    const remark = `A sentence of more than ${LONGEST_SENTENCE} characters was read in parts.`;
    notes.push({ stage: "attribute", remark });
  }
  return notes;
}
