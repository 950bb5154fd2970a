import type { Metadata } from "next";
import { RuleSwitches } from "#components/trials/rule-switches";
import { type Chosen, TrialCloser, TrialTable } from "#components/trials/trial-board";
import { trialCounts, trialExample } from "#lib/db/trials/counts";
import { ruleSwitches } from "#lib/db/trials/switches";
import { may } from "#lib/domain/actor";
import { type RuleTrial, trialsByRule } from "#lib/domain/suggestion-trials";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { switchOffAction, switchOnAction } from "./actions";

const said = words.suggestionTrials;

export const metadata: Metadata = { title: `${said.title}.` };

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** How far what each rule and model suggests can be trusted, and, for admins, the switch. */
export default async function SuggestionsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requirePage();
  const counts = await trialCounts(new Date());
  const trials = trialsByRule(counts);
  const chosen = chosenOf(trials, await searchParams);
  const { off, past } = await ruleSwitches();
  const acts = { switchOff: switchOffAction, switchOn: switchOnAction };
  return (
    <>
      <h1 className="page-title">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      <TrialTable trials={trials} off={off} />
      {chosen && <TrialCloser chosen={chosen} counts={counts} example={await trialExample(chosen.trial)} />}
      <RuleSwitches
        chosen={chosen?.trial ?? null}
        off={off}
        past={past}
        acts={may(actor.role, "rule.switchOff") ? acts : null}
        timeZone={timeZone()}
      />
    </>
  );
}

/** What the address asks for; else the rule of which most was judged, by what it is known for. */
function chosenOf(trials: readonly RuleTrial[], { rule, version, field }: Asked): Chosen | null {
  const trial = trials.find((one) => one.rule === rule && one.version === version) ?? trials[0];
  if (trial === undefined) return null;
  const asked = trial.fields.find((one) => one.field === field);
  return { trial, field: (asked ?? trial.main).field };
}
