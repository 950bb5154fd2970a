"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { ImportView } from "#lib/domain/desk-view";
import { words } from "#lib/domain/words";

const said = words.desk.queue;
const PAUSE = 2000;

/** Pages on their way in, and those that were refused with the reason. Looks again while something is under way. */
export function ImportsUnderWay({ imports }: { imports: readonly ImportView[] }) {
  const router = useRouter();
  const isMoving = imports.some(({ state }) => state === "QUEUED" || state === "RUNNING");
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => router.refresh(), PAUSE);
    return () => clearInterval(timer);
  }, [isMoving, router]);
  if (imports.length === 0) return null;
  return (
    <section className="under-way" aria-labelledby="imports">
      <h2 id="imports">{said.imports}</h2>
      <ul className="stack-2">
        {imports.map((given) => (
          <li key={given.id}>
            <span className={given.state === "REFUSED" ? "state state--off" : "state state--wait"}>
              {said.importStates[given.state]}
            </span>{" "}
            <b dir="auto">{given.name}</b>
            {given.message && <span className="block small">{given.message}</span>}
            {given.state === "REFUSED" && (
              <span className="block small">
                <Link href="/desk/import">{said.tryAgain}</Link>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
