"use server";

import { readNotices, unreadNotices } from "#lib/desk/notices";
import type { FormState } from "#lib/domain/form-state";
import { act } from "#lib/next/act";

export const readAction = async (_: FormState, form: FormData) => act(readNotices, Object.fromEntries(form));
export const unreadAction = async (_: FormState, form: FormData) =>
  act(unreadNotices, Object.fromEntries(form));
export const openNoticeAction = async (input: unknown) => act(readNotices, input);
