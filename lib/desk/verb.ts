import type { z } from "zod";
import { appendAudit } from "#lib/db/audit/audit";
import { isWriteConflict, type Tx, transaction } from "#lib/db/core/client";
import { isRoomShort } from "#lib/db/core/room";
import { once } from "#lib/db/core/sendings";
import { isAccountOf } from "#lib/db/people/people";
import { keepQueue } from "#lib/db/queue/keep";
import { forgetSentDraft } from "#lib/db/reviews/drafts";
import { noteSecurity } from "#lib/db/security/events";
import { mustProve, needsRoom } from "#lib/domain/act-conditions";
import { type Action, type Actor, AGAIN, may } from "#lib/domain/actor";
import { RefusedError } from "#lib/domain/refusals";
import { SECURITY_OF } from "#lib/domain/security";
import { sendKeyIn } from "#lib/domain/send-key";
import { sentDraftIn } from "#lib/domain/sent-draft";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { complaintWords } from "#lib/words/complaint-words";
import { refusalWords } from "#lib/words/refusal-words";

export interface Work<Input> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly input: Input;
  readonly now: Date;
}

export interface Outcome<Result> {
  readonly result: Result;
  /** What the audit event is about (`review:<uuid>`); null where nothing of the record changed and none is written. */
  readonly subject: string | null;
  /** What happened, as JSON: kept for ever, so never a password, a token or a draft. */
  readonly payload: unknown;
}

interface Run<Schema extends z.ZodType, Result> {
  readonly input: Schema;
  readonly run: (work: Work<z.infer<Schema>>) => Promise<Outcome<Result>>;
}

/** A verb in three steps: what there is, what becomes of it, and that it is kept. */
interface Steps<Schema extends z.ZodType, Loaded, Change, Result> {
  readonly input: Schema;
  /** Reads, and locks what must not move meanwhile. */
  readonly load: (work: Work<z.infer<Schema>>) => Promise<Loaded>;
  /** Refuses, or says what changes. Pure: a rule of the domain. */
  readonly change: (loaded: Loaded, ask: Omit<Work<z.infer<Schema>>, "tx">) => Change;
  /** Keeps the change, only if nobody was first. */
  readonly save: (work: Work<z.infer<Schema>>, loaded: Loaded, change: Change) => Promise<Outcome<Result>>;
}

interface Context {
  readonly now: Date;
  /** Told the number of the act once it is kept. Nothing is told where nothing of the record changed, and where this was sent before. */
  readonly onKept?: ((act: number) => void) | undefined;
}

export interface Verb<Result> {
  (actor: Actor, raw: unknown, context: Context): Promise<Result>;
  readonly action: Action;
  /** What it takes. Everything in it has a bound: `bounds.test.ts` looks. */
  readonly input: z.ZodType;
}

/**
 * Everything that a person may do to the record goes through here: parse, authorise, one transaction that changes and
 * records, result. What it does stands in three steps where a rule of the domain decides, and in one `run` where it only reads and
 * writes. What is sent again under one key (`SEND_KEY` in what is given) is done once, and answered as it was the first time. The draft of the form
 * that was sent (`SENT_DRAFT`) is forgotten with it.
 *
 * Throws   AppError: `invalid_input` (with the field), `not_allowed`, `not_proved` where the actor must give their password again,
 *          `conflict` when another writer was first, and whatever the steps or `run` refuse. Nothing is kept of a verb that throws.
 */
export function verb<Schema extends z.ZodType, Result>(
  action: Action,
  definition: Run<Schema, Result>,
): Verb<Result>;
export function verb<Schema extends z.ZodType, Loaded, Change, Result>(
  action: Action,
  definition: Steps<Schema, Loaded, Change, Result>,
): Verb<Result>;
export function verb<Schema extends z.ZodType, Loaded, Change, Result>(
  action: Action,
  definition: Run<Schema, Result> | Steps<Schema, Loaded, Change, Result>,
): Verb<Result> {
  const run = "run" in definition ? definition.run : inSteps(definition);
  const act = async (actor: Actor, raw: unknown, { now, onKept }: Context) => {
    const input = parse(definition.input, raw);
    const refuse = () => noteSecurity({ kind: "refused", actorId: actor.id, detail: action }, now);
    if (!may(actor.role, action)) {
      await refuse();
      throw new AppError("not_allowed", words.deskErrors.notAllowed);
    }
    if (mustProve(actor, action, now)) {
      throw new AppError("not_proved", words.proof.ask, { field: AGAIN });
    }
    refuseWithoutRoom(action);
    let kept: number | null = null;
    const work = async (tx: Tx) => {
      const { result, subject, payload } = await run({ tx, actor, input, now });
      if (draft !== null) await forgetSentDraft(tx, actor.id, draft);
      await noteAct(tx, { actor, action, subject, now });
      await keepQueue(tx, now);
      if (subject !== null) {
        kept = await appendAudit(tx, { at: now, actorId: actor.id, action, subjectId: subject, payload });
      }
      return result;
    };
    const sending = { key: sendKeyIn(raw), actorId: actor.id, action, input };
    const draft = sentDraftIn(raw);
    try {
      const result = await inOneTransaction(async (tx) => {
        kept = null; // of a try that the database broke off
        if (!(await isAccountOf(tx, actor))) throw new AppError("not_allowed", words.deskErrors.notAllowed);
        return once(tx, sending, now, () => work(tx));
      });
      if (kept !== null) onKept?.(kept);
      return result;
    } catch (error) {
      if (error instanceof AppError && error.code === "not_allowed") await refuse();
      throw error;
    }
  };
  return Object.assign(act, { action, input: definition.input });
}

function inSteps<Schema extends z.ZodType, Loaded, Change, Result>({
  load,
  change,
  save,
}: Steps<Schema, Loaded, Change, Result>): Run<Schema, Result>["run"] {
  return async (work) => {
    const loaded = await load(work);
    const { tx: _tx, ...ask } = work;
    return save(work, loaded, change(loaded, ask));
  };
}

const PERSON = /^user:(.+)$/;

/** Tells the security log of an act that concerns it. */
async function noteAct(
  tx: Tx,
  act: {
    readonly actor: Actor;
    readonly action: Action;
    readonly subject: string | null;
    readonly now: Date;
  },
): Promise<void> {
  const kind = SECURITY_OF[act.action];
  if (kind === undefined) return;
  const personId = PERSON.exec(act.subject ?? "")?.[1] ?? null;
  await noteSecurity({ kind, actorId: act.actor.id, personId, detail: act.action }, act.now, tx);
}

/** Throws AppError `unavailable` where this takes something in, and the disk is nearly full. */
export function refuseWithoutRoom(action: Action): void {
  if (needsRoom(action) && isRoomShort()) throw new AppError("unavailable", words.errors.noRoom);
}

/** A transaction whose conflicts, and what the domain's rules refuse, are said in words. For the few acts that nobody signed in asks for (a link is opened). */
export async function inOneTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transaction(work);
  } catch (error) {
    if (isWriteConflict(error)) throw new AppError("conflict", words.deskErrors.stale, { cause: error });
    if (error instanceof RefusedError) throw inWords(error);
    throw error;
  }
}

function inWords(error: RefusedError): AppError {
  const { code, field } = error;
  return new AppError(code, refusalWords(error), { field });
}

/**
 * Parse what came through the door.
 *
 * Throws   AppError `invalid_input` with the first complaint, and the path of its field joined by dots.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError("invalid_input", sentence(complaintWords(issue)), {
      field: issue?.path.join(".") || undefined,
      cause: parsed.error,
    });
  }
  refuseBrokenText(parsed.data, []);
  return parsed.data;
}

function sentence(message: string): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}

/** PostgreSQL can't store U+0000, and a lone surrogate is no character: neither can be kept as it was typed. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

function refuseBrokenText(value: unknown, path: readonly string[]): void {
  if (typeof value === "string") {
    if (!UNSTORABLE.test(value)) return;
    throw new AppError("invalid_input", words.errors.unstorable, { field: path.join(".") || undefined });
  }
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return;
  for (const [key, part] of Object.entries(value)) refuseBrokenText(part, [...path, key]);
}
