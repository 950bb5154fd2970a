import { createHash } from "node:crypto";
import type { Metadata } from "next";
import type { Picture } from "#lib/domain/pictures";
import { publicOrigin } from "./public-origin";

/**
 * What programs that show a link are told of a reader's page: its title, its words, and the address of its picture, with a mark of what it shows, as
 * these programs keep a picture by its address. `picture` is null where there is none.
 *
 * Source   The Open Graph protocol (https://ogp.me).
 */
export function linkPreview(
  path: string,
  title: string,
  picture: Picture | null,
): Pick<Metadata, "openGraph" | "twitter"> {
  const { origin } = publicOrigin();
  if (picture === null) return {};
  const mark = createHash("sha256").update(JSON.stringify(picture)).digest("hex").slice(0, 12);
  const url = `${origin}${path}/picture.png?of=${mark}`;
  const image = {
    url,
    width: 1200,
    height: 630,
    type: "image/png",
    alt: `${picture.text}. ${picture.answer}`,
  };
  const description = picture.answer;
  return {
    openGraph: {
      type: "article",
      siteName: picture.name,
      url: `${origin}${path}`,
      title,
      description,
      images: [image],
    },
    twitter: { card: "summary_large_image", title, description, images: [image] },
  };
}
