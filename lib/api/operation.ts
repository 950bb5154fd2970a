import { z } from "zod";
import * as words from "#lib/words";
import { openCursor, sealCursor } from "./cursors";
import { API, type Where } from "./present";
import { ProblemError } from "./problems";

type Query = Readonly<Record<string, z.ZodType>>;
type Params<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [K in Name]: string } & Params<Rest>
  : unknown;

/** What was asked: the variable parts of the address, the filters, and where a list goes on. */
interface Asked<P, Q extends Query> {
  readonly params: P;
  readonly query: { readonly [K in keyof Q]: z.output<Q[K]> };
  /** The place in the list that the cursor holds; null for its beginning. */
  readonly key: string | null;
  readonly where: Where;
  /** The address of the part of this list that begins behind a place; null for none. */
  next(key: string | null): string | null;
}

interface Written<Path extends string, Q extends Query, A extends z.ZodType> {
  readonly id: keyof typeof words.publicApi.operations;
  readonly path: Path;
  /** What stands before its path; the API's own where it says none. */
  readonly base?: string;
  /** The media type of its answer; JSON where it says none. */
  readonly type?: string;
  /** Its filters, each by its name in the query. */
  readonly query?: Q;
  /** Whether it takes a cursor. A list does. */
  readonly isPaged?: boolean;
  /** What it calls the cursor; `cursor` where it says nothing. */
  readonly pagedBy?: string;
  readonly answer: A;
  ask(asked: Asked<Params<Path>, Q>): Promise<z.output<A>>;
}

/** One thing that can be read at one address. */
export interface Operation {
  readonly id: keyof typeof words.publicApi.operations;
  /** As OpenAPI writes it, behind its base: `/api/v1`, or `/api` for what stands where other servers have it. */
  readonly path: string;
  readonly base: string;
  /** Each parameter of the query, the cursor among them. */
  readonly query: Query;
  /** The media type of its answer. */
  readonly type: string;
  readonly answer: z.ZodType;
  /** What stands at a path with this query; throws `ProblemError`. */
  answerTo(params: Readonly<Record<string, string>>, query: URLSearchParams, where: Where): Promise<object>;
}

const JSON_TYPE = "application/json";
const CURSOR = "cursor";
const Cursor = z.string();

export function operation<
  const Path extends string,
  A extends z.ZodType<object>,
  Q extends Query = Record<never, never>,
>(written: Written<Path, Q, A>): Operation {
  const { id, path, base = API, type = JSON_TYPE, answer, isPaged = !path.includes("{") } = written;
  const { pagedBy = CURSOR } = written;
  // Where no filter was written there is none: `Q` is empty then.
  const filters = written.query ?? ({} as Q);
  const query: Query = isPaged ? { ...filters, [pagedBy]: Cursor.optional() } : filters;
  return {
    id,
    path,
    base,
    query,
    type,
    answer,
    answerTo: async (params, search, where) => {
      const given = read(search, query);
      const at = `${base}${filled(path, params)}`;
      const kept = Object.keys(filters).flatMap((name) =>
        search.has(name) ? [[name, search.get(name) ?? ""]] : [],
      );
      const list = `${at}?${new URLSearchParams(kept)}`;
      const cursor = Cursor.optional().parse(given[pagedBy]);
      const key = cursor === undefined ? null : openCursor(list, cursor);
      if (cursor !== undefined && key === null)
        throw new ProblemError(400, "invalid_input", words.publicApi.badCursor, { field: pagedBy });
      const next = (place: string | null) =>
        place === null
          ? null
          : `${where.origin}${at}?${new URLSearchParams([...kept, [pagedBy, sealCursor(list, place)]])}`;
      // The names of `params` are those of the path, and `given` was read by the very schemas that say its type.
      return written.ask({ params, query: given, key, where, next } as unknown as Asked<Params<Path>, Q>);
    },
  };
}

/** The address of an operation with these parts in it. */
export function filled(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}

/** Each parameter once, each known, each as its schema wants it. */
function read(search: URLSearchParams, query: Query): Record<string, unknown> {
  const api = words.publicApi;
  const wrong = (detail: string, field: string) => new ProblemError(400, "invalid_input", detail, { field });
  const names = Object.keys(query);
  for (const name of new Set(search.keys())) {
    if (!Object.hasOwn(query, name)) throw wrong(api.unknownParameter(names), name);
    if (search.getAll(name).length > 1) throw wrong(words.programs.badQuery(name), name);
  }
  return Object.fromEntries(
    Object.entries(query).map(([name, schema]) => {
      const { success, data } = schema.safeParse(search.get(name) ?? undefined);
      if (!success)
        throw wrong(search.has(name) ? api.badParameter(name, choicesOf(schema)) : api.missing(name), name);
      return [name, data];
    }),
  );
}

/** What a parameter may be, where that is a list of words. */
export function choicesOf(schema: z.ZodType): readonly string[] {
  const Choices = z.object({ enum: z.array(z.string()) });
  const written = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Choices.safeParse(written).data?.enum ?? [];
}
