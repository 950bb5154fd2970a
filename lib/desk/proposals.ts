import { lockClaim } from "#lib/db/claims/claims";
import { claimDesk } from "#lib/db/claims/desk";
import { transaction } from "#lib/db/core/client";
import { pageToMark } from "#lib/db/marks/mark-files";
import { decide, reserve, settle } from "#lib/db/proposals/requests";
import type { Actor } from "#lib/domain/actor";
import { type LanguageModel, languageModel } from "#lib/domain/language-model";
import type {
  AnswerView,
  ProposalsView,
  ProposalText,
  RequestFault,
  RequestSubject,
  StatementsView,
} from "#lib/domain/proposals";
import {
  AskProposals,
  AskStatements,
  DecideProposal,
  marksProposed,
  ReserveRequest,
  usable,
} from "#lib/domain/proposals-shapes";
import { AppError, type AppErrorCode } from "#lib/errors";
import { type Answer, askModel } from "#lib/llm/ask";
import { bytesOf, PROMPTS, type Question, questionOf, questionOfPage } from "#lib/llm/questions";
import * as words from "#lib/words";
import { keepProposed, lockPage } from "./marks";
import { parse, verb } from "./verb";

const say = words.proposals;

/** What a language model proposes for a claim or a page, where one is set. It is asked outside of any transaction: nobody waits for it but whoever asked. */

const notFound = () => new AppError("not_found", words.errors.notFound);

/** The model that is set. Where none is, nothing of this is there. */
function modelSet(): LanguageModel {
  const model = languageModel();
  if (model === null) throw notFound();
  return model;
}

/** Set aside what a request may cost, before it is sent. No part of the record: nothing of a claim or a page changes. */
export const reserveRequest = verb("proposal.ask", {
  input: ReserveRequest,
  run: async ({ tx, actor, input: { bytes, ...subject }, now }) => {
    const model = modelSet();
    if (subject.use === "STATEMENTS") await lockPage(tx, subject.versionId);
    else await lockClaim(tx, subject.claimId);
    const prompt = PROMPTS[subject.use].version;
    const reserved = await reserve(tx, { model, subject, prompt, bytes, askedById: actor.id }, now);
    return { result: reserved, subject: null, payload: null };
  },
});

export const decideProposal = verb("proposal.decide", {
  input: DecideProposal,
  run: async ({ tx, actor, input, now }) => {
    if (!(await decide(tx, { ...input, by: actor.id }, now))) throw notFound();
    return { result: null, subject: null, payload: null };
  },
});

interface Asking {
  readonly now: Date;
  /** Ends the request. */
  readonly signal: AbortSignal;
}

/**
 * Ask the language model for proposals about a claim. Each request is a row of the ledger, whatever becomes of it.
 *
 * Throws     AppError: `not_found` where no model is set or there is no such claim, `not_allowed`, `rate_limited` where the model's server had too much to do,
 *            `unavailable` for the rest that can go wrong there, with a sentence for each.
 */
export async function propose(actor: Actor, raw: unknown, asking: Asking): Promise<ProposalsView> {
  const model = modelSet();
  const subject = parse(AskProposals, raw);
  const desk = await claimDesk(actor, subject.claimId);
  if (desk === null) throw notFound();
  const question = questionOf(subject.use, desk);
  const asked = await ask(actor, { model, subject, question }, asking);
  const { kept, refused } = usable(subject.use, asked.proposed, question.there);
  const { view, proposalIds } = await keepAnswer(asked, { kept, refused });
  return {
    ...view,
    proposals: kept.flatMap((text, index) => {
      const id = proposalIds[index];
      return id === undefined ? [] : [{ id, text }];
    }),
  };
}

/**
 * Ask the language model which statements of a page were missed. What it says is kept as marks of that page, which an editor looks at and imports: nothing is
 * suggested before. Throws as `propose`, and `conflict` where nothing may be suggested on the page.
 */
export async function proposeStatements(actor: Actor, raw: unknown, asking: Asking): Promise<StatementsView> {
  const model = modelSet();
  const { versionId } = parse(AskStatements, raw);
  const page = await pageToMark(versionId);
  if (page === null) throw notFound();
  const question = questionOfPage(page);
  const subject = { use: "STATEMENTS", versionId } as const;
  const asked = await ask(actor, { model, subject, question }, asking);
  const name = say.signed(model.name, question.prompt.version);
  const { marks, refused } = marksProposed(asked.proposed, page.text, name);
  const { view } = await keepAnswer(asked, { kept: [], refused });
  if (marks.length === 0) return { ...view, fileId: null };
  const kept = { versionId, requestId: asked.requestId, name, marks };
  const { fileId } = await keepProposed(actor, kept, { now: asking.now });
  return { ...view, fileId };
}

interface Request {
  readonly model: LanguageModel;
  readonly subject: RequestSubject;
  readonly question: Question;
}
interface Asked extends Request {
  readonly requestId: string;
  readonly ms: number;
  readonly answer: Answer;
  readonly proposed: readonly unknown[];
}

/** Sets aside what it may cost, asks, and writes down what went wrong. */
async function ask(actor: Actor, request: Request, { now, signal }: Asking): Promise<Asked> {
  const { model, subject, question } = request;
  const reservation = { ...subject, bytes: bytesOf(question) };
  const { requestId, isRefused } = await reserveRequest(actor, reservation, { now });
  if (isRefused) throw new AppError("unavailable", say.faults.budget);
  const began = performance.now();
  const answer = await askModel(model, question, signal);
  const asked = { ...request, requestId, ms: performance.now() - began, answer };
  if (answer.outcome === "ANSWERED") return { ...asked, proposed: answer.proposed };
  await keepAnswer({ ...asked, proposed: [] }, { kept: [], refused: 0 });
  if (answer.outcome === "CANCELLED") throw new AppError("unavailable", say.cancelled);
  throw new AppError(codeOf(answer.fault), say.faults[answer.fault]);
}

const codeOf = (fault: RequestFault): AppErrorCode => (fault === "TOO_MANY" ? "rate_limited" : "unavailable");

/** How a request ended, and what of its answer is kept as proposals for a form. */
async function keepAnswer(
  { model, question, requestId, ms, answer }: Asked,
  { kept, refused }: { readonly kept: readonly ProposalText[]; readonly refused: number },
): Promise<{ readonly view: AnswerView; readonly proposalIds: readonly string[] }> {
  const { outcome, tokens } = answer;
  const fault = answer.outcome === "FAILED" ? answer.fault : null;
  const { cost, left, proposalIds } = await transaction((tx) =>
    settle(tx, model, requestId, { outcome, fault, tokens, ms, kept, refused }),
  );
  const { name, currency } = model;
  const prompt = question.prompt.version;
  return { view: { model: name, prompt, tokens, cost, currency, left, refused }, proposalIds };
}
