"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { importMarks, readMarks, takeMarksBack } from "#lib/desk/marks";
import { MARK_BOUNDS } from "#lib/domain/bounds";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";
import { givenFile } from "#lib/next/given-file";
import { givenChoices } from "#lib/next/mark-form";

export async function readAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const actor = await requirePoster(form);
    const given = await givenFile(form, MARK_BOUNDS.file);
    const { fileId } = await readMarks(actor, given, { now: new Date() });
    redirect(`/desk/articles/${form.get("versionId")}/marks?file=${fileId}`);
  }, form);
}

export async function importAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await importMarks(await requirePoster(form), givenChoices(form), { now: new Date() });
    refresh();
  }, form);
}

export async function takeBackAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await takeMarksBack(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
  }, form);
}
