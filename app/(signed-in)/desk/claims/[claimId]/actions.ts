"use server";

import { refresh } from "next/cache";
import { mergeClaim, partClaim } from "#lib/desk/claim-merging";
import {
  addEvidence,
  addSearch,
  editClaim,
  removeEvidence,
  removeSearch,
  requestEvidenceCopy,
  writeVerdict,
} from "#lib/desk/claims";
import { saveDraft } from "#lib/desk/drafts";
import { decideProposal } from "#lib/desk/proposals";
import { linkStatement } from "#lib/desk/statements";
import { addTopic, removeTopic } from "#lib/desk/topics";
import type { Verb } from "#lib/desk/verb";
import type { FormState } from "#lib/domain/form-state";
import { act, actQuietly, requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

export const editClaimAction = async (input: unknown) => act(editClaim, input);
export const addEvidenceAction = async (input: unknown) => act(addEvidence, await withFile(input));
export const removeEvidenceAction = async (input: unknown) => act(removeEvidence, input);
export const keepCopyAction = async (input: unknown) => act(requestEvidenceCopy, input);
export const addSearchAction = async (input: unknown) => act(addSearch, input);
export const removeSearchAction = async (input: unknown) => act(removeSearch, input);
export const writeVerdictAction = async (input: unknown) => act(writeVerdict, input);
export const linkStatementAction = async (input: unknown) => act(linkStatement, input);
export const addTopicAction = async (input: unknown) => act(addTopic, input);
export const removeTopicAction = async (input: unknown) => act(removeTopic, input);
export const decideProposalAction = async (input: unknown) => actQuietly(decideProposal, input);
export const saveDraftAction = async (input: unknown) => actQuietly(saveDraft, input);

/** A file that came along, as its bytes and its name. Next.js refuses what is larger than any file that is taken. */
async function withFile(input: unknown): Promise<unknown> {
  if (typeof input !== "object" || input === null || !("file" in input) || !(input.file instanceof File))
    return input;
  const { file } = input;
  return { ...input, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}

async function join(verb: Verb<{ readonly claimId: string }>, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await verb(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
    return {};
  }, form);
}

export const mergeAction = async (_: FormState, form: FormData) => join(mergeClaim, form);
export const partAction = async (_: FormState, form: FormData) => join(partClaim, form);
