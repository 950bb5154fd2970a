"use server";

import { chooseFeed, pauseFeed, pollFeed, resumeFeed, unfollowFeed } from "#lib/desk/feeds";
import type { FormState } from "#lib/domain/form-state";
import { act, actQuietly } from "#lib/next/act";

export async function pollAction(input: unknown): Promise<FormState> {
  return act(pollFeed, input);
}

export async function pauseAction(input: unknown): Promise<FormState> {
  return act(pauseFeed, input);
}

export async function resumeAction(input: unknown): Promise<FormState> {
  return act(resumeFeed, input);
}

export async function chooseAction(input: unknown): Promise<FormState> {
  return act(chooseFeed, input);
}

/** The page that it was done on isn't there any more: nothing is drawn anew. */
export async function unfollowAction(input: unknown): Promise<FormState> {
  return actQuietly(unfollowFeed, input);
}
