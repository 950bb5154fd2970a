import { z } from "zod";
import { EVENT_TYPES, WebhookEvent, WebhookPayload } from "#lib/domain/webhooks";
import * as words from "#lib/words";
import { Problem } from "./answers";
import type { Export } from "./exports";
import type { Operation } from "./operation";
import { API } from "./present";

/**
 * The API as a document: made of the table of operations and of the schemas that answers are typed by, so that it can't say anything else than
 * they do.
 *
 * Source   OpenAPI 3.1.1, whose schemas are JSON Schema 2020-12.
 */

const w = words.publicApi;
const JSON_TYPE = "application/json";
const PROBLEM_TYPE = "application/problem+json";
/** Raised by 1 where an answer loses or changes something; within a version answers only gain. */
const VERSION = "1.0.0";

type Json = Readonly<Record<string, unknown>>;

export function openApi(
  operations: readonly Operation[],
  exports: readonly Export[],
  origin: string,
): Json & { readonly openapi: string } {
  return {
    openapi: "3.1.1",
    info: { title: words.common.name, summary: w.summary, description: w.description, version: VERSION },
    servers: [{ url: `${origin}${SERVER}` }],
    paths: Object.fromEntries([
      ...operations.map((one) => [keyOf(one), { get: operationOf(one) }]),
      ...exports.map((one) => [keyOf({ base: API, path: one.path }), { get: exportOf(one) }]),
    ]),
    webhooks: Object.fromEntries(WebhookEvent.options.map((event) => [EVENT_TYPES[event], webhookOf(event)])),
    components: {
      schemas: schemas(),
      responses: Object.fromEntries(PROBLEMS.map((status) => [`${status}`, problem(status)])),
      headers: Object.fromEntries(HEADERS.map((name) => [name, { schema: { type: "string" } }])),
    },
  };
}

/** Where an operation stands in the document: behind what all of them have before their paths. */
const SERVER = "/api";
const keyOf = ({ base, path }: Pick<Operation, "base" | "path">): string =>
  `${base.slice(SERVER.length)}${path}`;

const HEADERS = ["ETag", "Last-Modified", "Link", "RateLimit", "RateLimit-Policy"] as const;
const PROBLEMS = [400, 404, 406, 410, 429, 503] as const;

function operationOf({ id, path, query, type, answer }: Operation): Json {
  return {
    operationId: id,
    summary: w.operations[id],
    parameters: [...pathParameters(id, path), ...queryParameters(id, query)],
    responses: responses(type, named(answer)),
  };
}

/** What is sent to whoever asked for it; the headers that sign it are the standard's. */
function webhookOf(event: WebhookEvent): Json {
  const content = { [JSON_TYPE]: { schema: named(WebhookPayload) } };
  const header = (name: string): Json => ({ name, in: "header", required: true, schema: { type: "string" } });
  return {
    post: {
      summary: words.webhooks.events[event],
      parameters: ["webhook-id", "webhook-timestamp", "webhook-signature"].map(header),
      requestBody: { required: true, content },
      responses: { "2XX": { description: words.webhooks.taken }, 410: { description: words.webhooks.ends } },
    },
  };
}

/** Each line of a file of JSON lines is text that holds JSON. */
function exportOf({ id, about, type, line }: Export): Json {
  const lines = line === null ? {} : { contentMediaType: JSON_TYPE, contentSchema: named(line) };
  const [media = ""] = type.split(";");
  return {
    operationId: id,
    summary: w.exports[about],
    responses: responses(media, { type: "string", ...lines }),
  };
}

function responses(type: string, schema: Json): Json {
  return {
    200: {
      description: w.statuses[200],
      headers: Object.fromEntries(HEADERS.map((name) => [name, ref("headers", name)])),
      content: { [type]: { schema } },
    },
    304: { description: w.statuses[304] },
    ...Object.fromEntries(PROBLEMS.map((status) => [status, ref("responses", `${status}`)])),
  };
}

const ref = (kind: string, name: string): Json => ({ $ref: `#/components/${kind}/${name}` });

/** A schema that has a name is referred to by it. */
function named(schema: z.ZodType): Json {
  const id = z.globalRegistry.get(schema)?.id;
  return id === undefined ? schemaOf(schema) : ref("schemas", id);
}

/** What a parameter is; of one that isn't what others of its name are, in words of its own. */
export function parameterWords(id: Operation["id"], name: string): string {
  return w.parameters[`${id} ${name}`] ?? w.parameters[name] ?? "";
}

function pathParameters(id: Operation["id"], path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    description: parameterWords(id, name),
    schema: { type: "string" },
  }));
}

function queryParameters(id: Operation["id"], query: Operation["query"]): Json[] {
  return Object.entries(query).map(([name, schema]) => ({
    name,
    in: "query",
    required: !schema.safeParse(undefined).success,
    description: parameterWords(id, name),
    schema: plain(z.toJSONSchema(schema, { io: "input" })),
  }));
}

function problem(status: (typeof PROBLEMS)[number]): Json {
  return {
    description: w.statuses[status],
    content: { [PROBLEM_TYPE]: { schema: named(Problem) } },
  };
}

/** Every schema that has a name. They refer to one another by it. */
function schemas(): Json {
  const made = z.toJSONSchema(z.globalRegistry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, schema]) => [id, plain(schema)]));
}

const schemaOf = (schema: z.ZodType): Json => plain(z.toJSONSchema(schema));

/** Inside the document, its dialect and its places are the document's. */
function plain({ $schema: _, $id: __, ...schema }: Json): Json {
  return schema;
}
