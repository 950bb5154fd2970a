import { refresh } from "next/cache";
import { countForm } from "#lib/db/people/quotas";
import type { Actor } from "#lib/domain/actor";
import type { FormState } from "#lib/domain/form-state";
import { attempt } from "./attempt";
import { requireActor } from "./session";

type Verb<Result> = (
  actor: Actor,
  raw: unknown,
  context: { readonly now: Date; readonly onKept?: (act: number) => void },
) => Promise<Result>;

/** Who is calling, the verb, and the page drawn anew: what every action of the desk is made of. */
export async function act<Result extends object | null>(
  verb: Verb<Result>,
  input: unknown,
): Promise<FormState> {
  return attempt(async () => {
    const { data } = await kept(verb, input);
    refresh();
    return { data };
  });
}

/**
 * The same for what a screen shows before it is answered (see `use-record.ts`): nothing is drawn anew. The screen hears of the act, by its number,
 * as everybody else does. Where the verb names no act the page is drawn anew.
 */
export async function actForeseen<Result extends object | null>(
  verb: Verb<Result>,
  input: unknown,
): Promise<FormState> {
  return attempt(async () => {
    const { data, act } = await kept(verb, input);
    if (act === null) refresh();
    return { data };
  });
}

/** What the verb answered, with the number of the act as `act` where there is one. */
async function kept<Result extends object | null>(verb: Verb<Result>, input: unknown) {
  let act: number | null = null;
  const onKept = (number: number) => {
    act = number;
  };
  const result = await verb(await requirePoster(input), input, { now: new Date(), onKept });
  return { data: asText({ ...result, act }), act: act as number | null };
}

/** Who posts this form; what a person posts in a minute is counted. `given` as for `requireActor`. */
export async function requirePoster(given?: unknown): Promise<Actor> {
  const actor = await requireActor(given);
  await countForm(actor.id);
  return actor;
}

/** Ids and revisions as text: all that a screen needs of a verb's result. */
function asText(result: object | null): Record<string, string> {
  const entries = Object.entries(result ?? {}).filter(([, value]) =>
    ["string", "number"].includes(typeof value),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** The same for what no page shows (a draft): nothing is drawn anew. */
export async function actQuietly<Result extends object | null>(
  verb: Verb<Result>,
  input: unknown,
): Promise<FormState> {
  return attempt(async () => ({
    data: asText(await verb(await requirePoster(), input, { now: new Date() })),
  }));
}
