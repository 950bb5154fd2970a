import {
  askForNewKey,
  countPasskeys,
  keepPasskey,
  readMadeKey,
  removePasskeyOf,
} from "#lib/db/people/passkeys";
import { lockPeople } from "#lib/db/people/people";
import { codesLeft, keepNewCodes, removeCodes } from "#lib/db/people/recovery-codes";
import { hasSecondFactor, needsSecondFactor } from "#lib/db/people/second-factors";
import { parse, verb } from "#lib/desk/verb";
import type { Actor } from "#lib/domain/actor";
import {
  AddPasskey,
  BeginPasskey,
  MadeKeyInJson,
  MOST_PASSKEYS,
  type PasskeySite,
  RemovePasskey,
} from "#lib/domain/passkeys";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { outcome, personById } from "./outcome";

/** One's own passkeys. `site` is where they belong to: the caller knows it, no form says it. */

const say = words.passkeys.errors;

/** What the browser is asked for a new one, and the token by which its answer is known. */
export function beginPasskey(site: PasskeySite) {
  return verb("passkey.begin", {
    input: BeginPasskey,
    run: async ({ tx, actor, now }) => {
      if ((await countPasskeys(tx, actor.id)) >= MOST_PASSKEYS) throw new AppError("conflict", say.tooMany);
      const person = await personById(tx, actor.id);
      return { result: await askForNewKey(site, person, now), subject: null, payload: null };
    },
  });
}

/**
 * Keep the key that the browser made.
 *
 * Returns  recovery codes, where the person had none: shown once.
 * Throws   AppError `invalid_input` where it is no answer to what was asked.
 */
export async function addPasskey(
  actor: Actor,
  raw: unknown,
  { site, now }: { readonly site: PasskeySite; readonly now: Date },
): Promise<{ readonly codes: readonly string[] }> {
  const { token, made } = parse(AddPasskey, raw);
  const read = MadeKeyInJson.safeParse(made);
  const key = read.success
    ? await readMadeKey({ token, made: read.data, userId: actor.id }, site, now)
    : null;
  if (key === null) throw new AppError("invalid_input", say.notMade);
  return keepMade(key)(actor, raw, { now });
}

const keepMade = (key: Parameters<typeof keepPasskey>[1]) =>
  verb("person.addPasskey", {
    input: AddPasskey,
    run: async ({ tx, actor, input: { name }, now }) => {
      await lockPeople(tx);
      if ((await countPasskeys(tx, actor.id)) >= MOST_PASSKEYS) throw new AppError("conflict", say.tooMany);
      await keepPasskey(tx, key, { userId: actor.id, name }, now);
      const codes = (await codesLeft(tx, actor.id)) > 0 ? [] : await keepNewCodes(tx, actor.id, now);
      return outcome({ codes }, `user:${actor.id}`, { who: actor.name });
    },
  });

/** The last second factor stays where the role needs one; with it go the recovery codes. */
export const removePasskey = verb("person.removePasskey", {
  input: RemovePasskey,
  run: async ({ tx, actor, input }) => {
    await lockPeople(tx);
    const person = await personById(tx, actor.id);
    if ((await removePasskeyOf(tx, person.id, input.passkeyId)) === null) {
      throw new AppError("conflict", say.gone);
    }
    if (!(await hasSecondFactor(tx, person.id))) {
      if (await needsSecondFactor(tx, person.role)) {
        throw new AppError("conflict", words.secondFactor.errors.isRequired);
      }
      await removeCodes(tx, person.id);
    }
    return outcome(null, `user:${person.id}`, { who: person.name });
  },
});
