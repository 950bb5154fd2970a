"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { eraseOwnReport, sendErrorReport } from "#lib/desk/error-reports";
import type { FormState } from "#lib/domain/form-state";
import { attempt } from "./attempt";
import { CLIENT_HEADER, clientKey } from "./client-address";

/** What readers ask of the newsroom. Nobody is signed in here. */

export async function sendReportAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const client = clientKey((await headers()).get(CLIENT_HEADER) ?? "unknown");
    const token = await sendErrorReport(Object.fromEntries(form), { client, now: new Date() });
    redirect(`/report/${token}`);
  }, form);
}

export async function eraseOwnReportAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const token = form.get("token");
    await eraseOwnReport(token, { now: new Date() });
    // Without a script a page is drawn anew by being asked for again.
    redirect(`/report/${token}`);
  });
}
