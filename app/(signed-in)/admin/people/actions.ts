"use server";

import { refresh } from "next/cache";
import { disablePerson, enablePerson, setRole } from "#lib/desk/people/accounts";
import { invitePerson, renewInvitation, withdrawInvitation } from "#lib/desk/people/invitations";
import type { NewLink } from "#lib/desk/people/links";
import { passwordLink } from "#lib/desk/people/passwords";
import { requireSecondFactor } from "#lib/desk/people/second-factor";
import type { Verb } from "#lib/desk/verb";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";
import { publicOrigin } from "#lib/next/public-origin";

/**
 * What the screen does is said by the screen: an action answers that it is done, and where it made a link with that, or with whom it was
 * mailed to.
 */
async function act(verb: Verb<NewLink | null>, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const made = await verb(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
    if (made === null) return {};
    const { token, mailedTo } = made;
    if (token === null) return { data: { mailedTo: mailedTo ?? "" } };
    return { data: { link: new URL(`/join/${token}`, publicOrigin()).href } };
  }, form);
}

export async function inviteAction(_: FormState, form: FormData): Promise<FormState> {
  const made = await act(invitePerson, form);
  return made?.ok ? { ...made, data: { ...made.data, email: String(form.get("email")) } } : made;
}
export const renewAction = async (_: FormState, form: FormData) => act(renewInvitation, form);
export const passwordLinkAction = async (_: FormState, form: FormData) => act(passwordLink, form);
export const withdrawAction = async (_: FormState, form: FormData) => act(withdrawInvitation, form);
export const setRoleAction = async (_: FormState, form: FormData) => act(setRole, form);
export const disableAction = async (_: FormState, form: FormData) => act(disablePerson, form);
export const enableAction = async (_: FormState, form: FormData) => act(enablePerson, form);
export const requireFactorAction = async (_: FormState, form: FormData) => act(requireSecondFactor, form);
