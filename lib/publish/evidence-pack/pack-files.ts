import { createHash } from "node:crypto";
import { saidWords } from "#lib/domain/content-pieces";
import { PublicationContent } from "#lib/domain/publications";
import type { PublicationProof, PublishedClaim, PublishedHead } from "#lib/domain/published";
import * as words from "#lib/words";

/** What a claim's evidence pack holds: everything that it takes to check the claim without us. */

const w = words.evidencePack;

export interface PackFile {
  /** Relative, with "/" between folders. */
  readonly path: string;
  readonly text: string;
}

/** A page on which the claim was made. `annotations` is null where the page can't be verified. */
export interface PackedPage {
  readonly slug: string;
  readonly proof: PublicationProof;
  readonly annotations: object | null;
}

export interface Packed {
  readonly claim: PublishedClaim;
  /** The claim's JSON-LD; null where the claim can't be verified. */
  readonly graph: object | null;
  /** Null where no verdict stands. */
  readonly verdict: PublicationProof | null;
  readonly pages: readonly PackedPage[];
  readonly heads: readonly PublishedHead[];
  /** All pages on which the claim was made are among them. */
  readonly isWhole: boolean;
  /** The source of `verify.mjs`. */
  readonly program: string;
  readonly origin: string;
}

/** The files in the order in which a person would open them; the last one is the list of their hashes. */
export function packFiles(packed: Packed): PackFile[] {
  const { claim, graph, verdict, pages, heads, program } = packed;
  const { slug, wording, history, corrections, earlier, appearanceCount } = claim;
  const files: PackFile[] = [
    { path: "README.txt", text: w.readMe({ ...packed, slug, appearances: appearanceCount }) },
    { path: "verify.mjs", text: program },
    json("claim.json", { slug, wording, appearances: appearanceCount, earlier, corrections, history }),
    ...(graph === null ? [] : [json("claim.jsonld", graph)]),
    ...(verdict === null ? [] : [json("verdict/record.json", verdict)]),
    ...pages.flatMap(filesOfPage),
    json("heads.json", { heads }),
  ];
  return [...files, { path: "SHA256SUMS", text: files.map(sumOf).join("") }];
}

function filesOfPage({ slug, proof, annotations }: PackedPage): PackFile[] {
  const folder = `pages/${slug}`;
  return [
    json(`${folder}/record.json`, proof),
    ...(annotations === null ? [] : [json(`${folder}/annotations.jsonld`, annotations)]),
    { path: `${folder}/statements.txt`, text: statementsOf(proof.content) },
  ];
}

/** A page's statements as people read them; empty for content of another shape. */
function statementsOf(content: unknown): string {
  const read = PublicationContent.safeParse(content).data;
  if (read?.kind !== "ARTICLE") return "";
  const lines = read.statements.map(
    (statement) => `${statement.number}. ${words.labels[statement.label].badge}\n${saidWords(statement)}\n`,
  );
  return [w.page(read.article), ...lines].join("\n");
}

const json = (path: string, value: object): PackFile => ({
  path,
  text: `${JSON.stringify(value, null, 1)}\n`,
});

/** As `sha256sum` writes it. */
const sumOf = ({ path, text }: PackFile): string =>
  `${createHash("sha256").update(text).digest("hex")}  ${path}\n`;
