import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { trackKind } from "#lib/publish/track-links";

/** Records stand under `publishers`, `authors` and `speakers`. Whatever else has two parts and no page of its own comes here too, and is no page. */
export default async function TrackLayout(props: {
  params: Promise<{ source: string }>;
  children: ReactNode;
}) {
  if (trackKind((await props.params).source) === null) notFound();
  return props.children;
}
