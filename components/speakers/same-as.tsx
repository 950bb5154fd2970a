"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Section } from "#components/ui/section";
import type { SpeakerDesk } from "#lib/domain/speaker-desk";
import * as words from "#lib/words";
import { speakerWords } from "#lib/words/speaker-words";
import { SpeakerCombobox } from "./speaker-combobox";

const said = words.speakers.merging;

/** Who else this may be: names that are like it, and a field to find any other. Both lead to a preview. */
export function SameAs({ desk }: { desk: SpeakerDesk }) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const preview = (id: string) => `/desk/speakers/${desk.id}?with=${id}`;
  return (
    <Section id="s-same" title={said.title}>
      <p>{said.lede}</p>
      <div className="measure mt-3">
        <SpeakerCombobox
          id="s-find"
          label={said.find}
          hint={said.findHint}
          value={typed}
          onText={setTyped}
          onChoose={({ id }) => {
            setTyped("");
            router.push(preview(id));
          }}
        />
      </div>
      {desk.alike.length > 0 && (
        <>
          <h3 className="mt-4">{said.alike}</h3>
          <ul className="stack-2">
            {desk.alike.map((other) => (
              <li key={other.id} className="wrap-anywhere">
                <b>
                  <bdi>{other.name}</bdi>
                </b>{" "}
                <span className="small muted" dir="auto">
                  {other.name === desk.name ? `${said.sameName}; ` : ""}
                  {speakerWords(other)}
                </span>{" "}
                <Link href={preview(other.id)} aria-label={said.lookWith(other.name)} prefetch={false}>
                  {said.look}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
