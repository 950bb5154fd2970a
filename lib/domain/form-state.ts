import type { AppErrorCode } from "#lib/errors";

/**
 * What a form is told after it was sent; null before. `field` is the path of the field that the message belongs to, joined
 * by dots. `kept` is what the person had typed, to be shown again: never a password or a token.
 */
export type FormState =
  | { readonly ok: true; readonly message?: string; readonly data?: Readonly<Record<string, string>> }
  | {
      readonly ok: false;
      readonly code: AppErrorCode;
      readonly message: string;
      readonly field?: string | undefined;
      readonly kept: Readonly<Record<string, string>>;
      /** True where nobody answered: nobody knows whether the server had heard it. */
      readonly isUnanswered?: boolean;
      /** True where it waits in this browser, and is sent by itself. */
      readonly isWaiting?: boolean;
    }
  | null;

/** A server action that a form is sent to. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What an action answers: done, with ids and revisions as text; or what is wrong and what to do. */
export type Outcome = NonNullable<FormState>;

/** A server action that takes one plain object; the verb behind it reads and refuses it. */
export type Act = (input: unknown) => Promise<FormState>;

/** What the drafts of forms that keep themselves are named by, whichever page they stand on. */
export const FORM_DRAFTS = "form:";
