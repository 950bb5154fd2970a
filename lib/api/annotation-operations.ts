import { z } from "zod";
import { standingPage, standingPagesAt } from "#lib/db/readers/annotated";
import { ReaderLabel } from "#lib/domain/labels-shapes";
import * as words from "#lib/words";
import {
  ANNOTATION_TYPE,
  Annotation,
  AnnotationCollection,
  HypothesisRow,
  HypothesisRows,
} from "./annotation-answers";
import {
  annotation,
  annotationCollection,
  annotationNamed,
  hypothesisRowOf,
  hypothesisRows,
  rowTime,
} from "./annotations";
import { type Operation, operation } from "./operation";
import { goneArticle, ProblemError } from "./problems";

const api = words.publicApi;

/** What can't be proven isn't handed to programs that would show it without saying so. */
async function pageOf(slug: string) {
  return (await standingPage(slug)) ?? (await goneArticle(slug));
}

const noStatement = () => new ProblemError(404, "not_found", api.noStatement);

const articleAnnotations = operation({
  id: "articleAnnotations",
  path: "/articles/{slug}/annotations",
  type: ANNOTATION_TYPE,
  answer: AnnotationCollection,
  ask: async ({ params: { slug }, where }) => annotationCollection(await pageOf(slug), where),
});

export const ANNOTATION_OPERATIONS: readonly Operation[] = [articleAnnotations];

/** Where programs look that were written for other servers of annotations. */
export const OTHERS = "/api";

const Whole = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
const Order = z.enum(["asc", "desc"]);
const MOST_ROWS = 200;

/** The address of a page as stored addresses are written; null for what is none. */
function addressIn(uri: string): string | null {
  if (uri.length > 8000 || !URL.canParse(uri)) return null;
  const url = new URL(uri);
  url.hash = "";
  return url.href;
}

const search = operation({
  id: "hypothesisSearch",
  base: OTHERS,
  path: "/search",
  isPaged: false,
  query: {
    uri: z.string(),
    tag: ReaderLabel.optional(),
    limit: Whole.pipe(z.number().max(MOST_ROWS)).default(20),
    offset: Whole.default(0),
    sort: z.enum(["updated", "created"]).default("updated"),
    order: Order.default("desc"),
    search_after: z.iso.datetime({ offset: true }).max(40).transform(rowTime).optional(),
    group: z.literal("__world__").optional(),
    _separate_replies: z.string().max(10).optional(),
  },
  answer: HypothesisRows,
  ask: async ({ query: { uri, tag, limit, offset, order, search_after: after }, where }) => {
    const url = addressIn(uri);
    if (url === null) throw new ProblemError(400, "invalid_input", api.badUri, { field: "uri" });
    const pages = await standingPagesAt(url);
    const all = pages
      .flatMap((page) => hypothesisRows(page, where))
      .filter(({ tags }) => tag === undefined || tags.includes(tag))
      .sort((a, b) => (a.updated < b.updated ? -1 : 1));
    const inOrder = order === "asc" ? all : all.reverse();
    const rows = inOrder.filter(
      ({ updated }) => after === undefined || (order === "asc" ? updated > after : updated < after),
    );
    return { total: all.length, rows: rows.slice(offset, offset + limit) };
  },
});

/** One annotation under its name: `name` for Hypothesis' programs, `name.jsonld` as the W3C has it. */
async function annotationAt(id: string) {
  const named = annotationNamed(id);
  if (named === null) throw new ProblemError(404, "not_found", api.noAnnotation);
  return { page: await pageOf(named.slug), number: named.number };
}

const one = operation({
  id: "hypothesisAnnotation",
  base: OTHERS,
  path: "/annotations/{id}",
  answer: HypothesisRow,
  ask: async ({ params: { id }, where }) => {
    const { page, number } = await annotationAt(id);
    const row = hypothesisRowOf(page, number, where);
    if (row === null) throw noStatement();
    return row;
  },
});

const oneInJsonLd = operation({
  id: "annotation",
  base: OTHERS,
  path: "/annotations/{id}.jsonld",
  type: ANNOTATION_TYPE,
  answer: Annotation,
  ask: async ({ params: { id }, where }) => {
    const { page, number } = await annotationAt(id);
    const found = annotation(page, number, where);
    if (found === null) throw noStatement();
    return found;
  },
});

/** What stands under `/api` for programs that were written for Hypothesis: reads alone. */
export const HYPOTHESIS_OPERATIONS: readonly Operation[] = [search, oneInJsonLd, one];
