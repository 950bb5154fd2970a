import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/people/sign-in-form";
import { Wordmark } from "#components/ui/wordmark";
import { isMailOn } from "#lib/db/mail/outbox";
import { ownPath } from "#lib/next/own-path";
import { currentActor } from "#lib/next/session";
import { words } from "#lib/words";
import { signInAction } from "./actions";

const say = words.people.signIn;

export const metadata: Metadata = { title: `${say.title}.`, robots: { index: false } };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  if ((await currentActor()) !== null) redirect(ownPath(next));
  return (
    <main id="main" className="sign-in wrap">
      <div className="sign-in-box">
        <Wordmark size="big" />
        <h1 className="sign-in-title">{say.title}</h1>
        <SignInForm action={signInAction} next={next === undefined ? undefined : ownPath(next)} />
        <p className="mt-5 small muted">
          {say.readers} <Link href="/">{say.toReaders}</Link>
        </p>
        <p className="mt-3 small muted" id="forgot" tabIndex={-1}>
          <b>{say.forgot}</b> {say.forgotHow(isMailOn())}
        </p>
      </div>
    </main>
  );
}
