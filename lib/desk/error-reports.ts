import type { z } from "zod";
import { sha256 } from "#lib/db/core/hash";
import { isRoomShort } from "#lib/db/core/room";
import { once } from "#lib/db/core/sendings";
import {
  answerReport,
  countReport,
  eraseReport,
  isPublishedAt,
  keepReport,
} from "#lib/db/reports/error-reports";
import { AnswerErrorReport, EraseErrorReport, ReportToken, SendErrorReport } from "#lib/domain/error-reports";
import { sendKeyIn } from "#lib/domain/send-key";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { inOneTransaction, parse, verb } from "./verb";

const said = words.reports;

/**
 * Keep what a reader says is wrong, or a claim that they send. Nobody is signed in here; `client` is whatever tells one client from another, and is counted, not kept.
 * Answers with the token of its receipt; sent again under one key, it answers as it did.
 *
 * Throws   AppError `invalid_input` with the field; `rate_limited`; `unavailable` where the disk is nearly full.
 */
export async function sendErrorReport(
  raw: unknown,
  { client, now }: { readonly client: string; readonly now: Date },
): Promise<string> {
  const input = parse(SendErrorReport, raw);
  if (isRoomShort()) throw new AppError("unavailable", said.noRoom);
  await countReport(client);
  const sending = { key: sendKeyIn(raw), actorId: null, action: "errorReport.send", input };
  return inOneTransaction((tx) => once(tx, sending, now, () => keepReport(tx, reportOf(input), now)));
}

/** An error is about a page of ours; a claim was seen elsewhere. */
function reportOf(input: z.infer<typeof SendErrorReport>) {
  const { kind, words: written } = input;
  return kind === "ERROR"
    ? { kind, words: written, path: input.about, source: null }
    : { kind, words: written, path: null, source: input.source };
}

/** Its sender takes it back, with the token alone. Once more changes nothing. */
export async function eraseOwnReport(token: unknown, { now }: { readonly now: Date }): Promise<void> {
  const tokenHash = sha256(parse(ReportToken, token));
  await inOneTransaction((tx) => eraseReport(tx, { tokenHash }, now));
}

/** Tell the sender what became of it, and where, if something that readers can open answers it. May be told anew. */
export const answerErrorReport = verb("errorReport.answer", {
  input: AnswerErrorReport,
  run: async ({ tx, actor, input: { reportId, revision, answer, answerPath }, now }) => {
    if (answerPath !== null && !(await isPublishedAt(tx, answerPath)))
      throw new AppError("invalid_input", words.deskReports.notPublished, { field: "answerPath" });
    const isKept = await answerReport(
      tx,
      { id: reportId, revision, answer, answerPath, byId: actor.id },
      now,
    );
    if (!isKept) throw new AppError("conflict", words.deskReports.stale);
    return { result: { revision: revision + 1 }, subject: `errorReport:${reportId}`, payload: {} };
  },
});

/** What was written in it is gone, for the sender too. */
export const eraseErrorReport = verb("errorReport.erase", {
  input: EraseErrorReport,
  run: async ({ tx, input: { reportId }, now }) => {
    if (!(await eraseReport(tx, { id: reportId }, now)))
      throw new AppError("conflict", words.deskReports.stale);
    return { result: null, subject: `errorReport:${reportId}`, payload: {} };
  },
});
