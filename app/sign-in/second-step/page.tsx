import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { PasskeySignIn } from "#components/account/passkey-sign-in";
import { AuthenticatorSetUp } from "#components/account/second-factor-set-up";
import { SecondStepForm } from "#components/people/second-step-form";
import { Wordmark } from "#components/ui/wordmark";
import { factorPage } from "#lib/db/people/second-factors";
import { stepView } from "#lib/db/people/sign-in-steps";
import type { StepView } from "#lib/domain/second-factor";
import { ownPath, signInPath } from "#lib/next/own-path";
import { passkeyAction } from "#lib/next/passkey-action";
import { passkeySite } from "#lib/next/passkey-site";
import { shownSecret } from "#lib/next/qr-code";
import { stepCookie } from "#lib/next/short-cookies";
import * as words from "#lib/words";
import { beginAction, codeAction, confirmAction, goOnAction } from "./actions";

const say = words.secondFactor.step;

export const metadata: Metadata = { title: `${say.title}.`, robots: { index: false } };

/** After the password: a code, or a second factor to set up where the role needs one. Nobody is signed in here yet. */
export default async function SecondStepPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = ownPath((await searchParams).next);
  const step = await stepView(await stepCookie.read(), new Date());
  if (step === null) redirect(signInPath(next));
  return (
    <main id="main" className="sign-in wrap">
      <div className="sign-in-box">
        <Wordmark size="big" />
        {step.next === "code" ? <Code step={step} next={next} /> : <SetUp step={step} next={next} />}
        <p className="mt-5 small">
          <Link href="/sign-in">{say.otherAccount}</Link>
        </p>
      </div>
    </main>
  );
}

interface Props {
  readonly step: StepView;
  readonly next: string;
}

function Code({ step, next }: Props) {
  return (
    <>
      <h1 className="sign-in-title">{say.title}</h1>
      <p className="mb-4 small" dir="auto">
        {say.intro(step.person.name)}
      </p>
      <SecondStepForm action={codeAction} next={next} />
      {passkeySite() !== null && <PasskeySignIn action={passkeyAction} next={next} />}
      <p className="mt-5 small muted">
        <b>{say.lost}</b> {say.lostHow}
      </p>
    </>
  );
}

async function SetUp({ step, next }: Props) {
  const { name, role } = step.person;
  const { waiting } = await factorPage(step.person, new Date());
  return (
    <>
      <h1 className="sign-in-title">{say.setUpTitle}</h1>
      <p className="mb-4 small" dir="auto">
        {say.setUpIntro(name, role)}
      </p>
      <AuthenticatorSetUp
        isOn={step.next === "done"}
        waiting={shownSecret(waiting)}
        actions={{ begin: beginAction, confirm: confirmAction }}
        goOn={{ action: goOnAction, next }}
      />
    </>
  );
}
