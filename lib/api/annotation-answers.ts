import { z } from "zod";

/**
 * What programs for annotations read of us: each published statement as an annotation of the page on which it stands. Positions count Unicode code points of
 * the text that was read, which isn't the page's own markup.
 *
 * Source   W3C Web Annotation Data Model and Vocabulary (2017); the answers of Hypothesis' API, version 1.
 */

const Instant = z.iso.datetime();
/** The JSON-LD context of every annotation. */
export const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
/** As the W3C's protocol for annotations asks for it. */
export const ANNOTATION_TYPE = `application/ld+json; profile="${CONTEXT}"`;

/** A part of what was selected, by Unicode code points of it. */
const refinedBy = z
  .object({
    type: z.literal("TextPositionSelector"),
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
  })
  .optional()
  .describe("One piece of these words, where the statement stands in several: code points of them.");

const Selector = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("TextQuoteSelector"),
    exact: z.string(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
    refinedBy,
  }),
  z.object({
    type: z.literal("TextPositionSelector"),
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
    refinedBy,
  }),
]);

const Body = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("TextualBody"),
    value: z.string(),
    format: z.literal("text/plain"),
    language: z.literal("en").optional().describe("Of our own words; an editor’s notes say none."),
    purpose: z.enum(["classifying", "describing", "commenting"]),
  }),
  z.object({ type: z.literal("SpecificResource"), source: z.url(), purpose: z.literal("linking") }),
]);

const Target = z.object({
  type: z.literal("SpecificResource"),
  source: z.url().describe("Where the page was found; our own page of it where it has no address."),
  selector: z.array(Selector).describe("The words; then their place, where it was kept."),
  state: z.object({ type: z.literal("TimeState"), sourceDate: Instant }).describe("When the page was read."),
});
export type AnnotationTarget = z.infer<typeof Target>;

const ITEM = {
  id: z.url(),
  type: z.literal("Annotation"),
  motivation: z.literal("classifying"),
  created: Instant,
  creator: z.array(z.object({ type: z.literal("Person"), name: z.string() })),
  generator: z.object({ id: z.url(), type: z.literal("Software"), name: z.string(), homepage: z.url() }),
  body: z.array(Body),
  target: z
    .union([Target, z.array(Target).min(2)])
    .describe("One place, or one for each piece where the statement stands in several."),
};
const AnnotationItem = z.object(ITEM).meta({ id: "AnnotationItem" });
export type AnnotationItem = z.infer<typeof AnnotationItem>;

const inContext = { "@context": z.literal(CONTEXT) };
export const Annotation = z.object({ ...inContext, ...ITEM }).meta({
  id: "Annotation",
  description: "A published statement, as an annotation of the page on which it stands. Source: W3C.",
});
export type Annotation = z.infer<typeof Annotation>;

export const AnnotationCollection = z
  .object({
    ...inContext,
    id: z.url(),
    type: z.literal("AnnotationCollection"),
    label: z.string(),
    total: z.number().int().nonnegative(),
    first: z.object({
      id: z.url(),
      type: z.literal("AnnotationPage"),
      startIndex: z.literal(0),
      items: z.array(AnnotationItem),
    }),
  })
  .meta({ id: "AnnotationCollection", description: "All statements of a page as annotations. Source: W3C." });
export type AnnotationCollection = z.infer<typeof AnnotationCollection>;

/** One annotation as Hypothesis' programs read it. `updated` is unlike that of any other, so that a list can go on behind it. */
export const HypothesisRow = z.object({
  id: z.string(),
  created: z.string(),
  updated: z.string(),
  user: z.string(),
  user_info: z.object({ display_name: z.string() }),
  uri: z.url(),
  text: z.string(),
  tags: z.array(z.string()),
  group: z.literal("__world__"),
  permissions: z.object({
    read: z.tuple([z.literal("group:__world__")]),
    admin: z.tuple([]),
    update: z.tuple([]),
    delete: z.tuple([]),
  }),
  target: z.tuple([z.object({ source: z.url(), selector: z.array(Selector) })]),
  document: z.object({ title: z.tuple([z.string()]) }),
  links: z.object({ html: z.url(), incontext: z.url(), json: z.url() }),
  hidden: z.literal(false),
  flagged: z.literal(false),
});
export type HypothesisRow = z.infer<typeof HypothesisRow>;

export const HypothesisRows = z.object({
  total: z.number().int().nonnegative(),
  rows: z.array(HypothesisRow),
});
