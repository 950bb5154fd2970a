"use server";

import { cancelImport, retryImport } from "#lib/desk/imports";
import type { FormState } from "#lib/domain/form-state";
import { act } from "#lib/next/act";

export async function retryAction(input: unknown): Promise<FormState> {
  return act(retryImport, input);
}

export async function cancelAction(input: unknown): Promise<FormState> {
  return act(cancelImport, input);
}
