"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { AlsoHere } from "#components/ui/also-here";
import { onceClicked } from "#components/ui/send";
import { type LivePage, useLive } from "#components/ui/use-live";
import * as words from "#lib/words";

const said = words.live;

/** Who else looks at the queue, and how much changed since it was drawn. The list itself stays as it is until somebody asks: a row that is aimed at doesn't jump. */
export function LiveQueue({ live: page }: { readonly live: LivePage }) {
  const router = useRouter();
  const live = useLive(page);
  const text = live.changed.size > 0 || live.isCut ? said.changed(live.changed.size, live.isCut) : "";
  return (
    <div className="q-live small">
      {text !== "" && (
        <button type="button" className="btn btn--s" onClick={onceClicked(() => router.refresh())}>
          {said.show(text)}
        </button>
      )}
      <AlsoHere here={live.here} />
      <Told text={text} />
    </div>
  );
}

/** Said once that something changed, and not with each further change. */
function Told({ text }: { readonly text: string }) {
  const [told, setTold] = useState("");
  useEffect(() => {
    if (text === "" || told === "") setTold(text);
  }, [text, told]);
  return (
    <span className="sr" role="status">
      {told}
    </span>
  );
}
