import { scriptText } from "#lib/publish/syndication/structured-data";

/** What machines read of a page. Nothing where there is nothing to say to them. */
export function StructuredData({ data }: { data: object | null }) {
  if (data === null) return null;
  const json = { __html: scriptText(data) };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which every character that could end the element is escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={json} />;
}
