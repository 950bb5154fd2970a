import type { Metadata } from "next";
import Link from "next/link";
import { PageFrame } from "#components/ui/page-frame";
import { words } from "#lib/domain/words";
import { currentTheme } from "#lib/next/theme";

export const metadata: Metadata = { title: `${words.reader.trouble.notFoundTitle}.` };

export default async function NotFound() {
  return (
    <PageFrame theme={await currentTheme()}>
      <h1 className="answer">{words.reader.trouble.notFoundTitle}</h1>
      <p className="lede">{words.reader.trouble.notFound}</p>
      <p className="mt-6">
        <Link href="/">{words.reader.trouble.toHome}</Link>
      </p>
    </PageFrame>
  );
}
