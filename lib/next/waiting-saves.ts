"use server";

import { z } from "zod";
import { writeAnnotation } from "#lib/desk/annotations";
import { addEvidence, addSearch, editClaim, writeVerdict } from "#lib/desk/claims";
import { answerErrorReport } from "#lib/desk/error-reports";
import { recordOutcome } from "#lib/desk/outcomes";
import { addStatement, editStatement } from "#lib/desk/statements";
import { parse, type Verb } from "#lib/desk/verb";
import type { FormState } from "#lib/domain/form-state";
import { Id } from "#lib/domain/reviews";
import { WAITING_ACTS, type WaitingAct } from "#lib/domain/waiting-saves";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { act } from "./act";
import { attempt } from "./attempt";
import { requireActor } from "./session";

const VERBS: Readonly<Record<WaitingAct, Verb<object | null>>> = {
  "statement.add": addStatement,
  "statement.edit": editStatement,
  "annotation.write": writeAnnotation,
  "claim.edit": editClaim,
  "verdict.write": writeVerdict,
  "evidence.add": addEvidence,
  "search.add": addSearch,
  "outcome.record": recordOutcome,
  "report.answer": answerErrorReport,
};

const Waiting = z.object({
  personId: Id,
  act: z.enum(WAITING_ACTS),
  input: z.record(z.string(), z.unknown()),
});

/** A save that waited in a browser, from any page: by the verb that it was meant for, and only while the person who pressed is signed in. */
export async function sendWaitingAction(given: unknown): Promise<FormState> {
  let waiting: z.infer<typeof Waiting> | null = null;
  const refused = await attempt(async () => {
    waiting = parse(Waiting, given);
    const { id } = await requireActor();
    if (id !== waiting.personId) throw new AppError("not_signed_in", words.refusals.otherPerson);
  });
  if (waiting === null || refused?.ok !== true) return refused;
  const { act: name, input } = waiting as z.infer<typeof Waiting>;
  return act(VERBS[name], input);
}
