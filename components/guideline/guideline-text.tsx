import { Fragment } from "react";
import { type Block, type Inline, readGuideline } from "#lib/domain/guideline-text";
import * as words from "#lib/words";

/** A guideline as it is read: elements made from its blocks, and no markup of whoever wrote it. Its headings go below the page's own. */
export function GuidelineText({ text, isWithContents = false }: { text: string; isWithContents?: boolean }) {
  const blocks = readGuideline(text);
  return (
    <>
      {isWithContents && <Contents blocks={blocks} />}
      <div className="guideline measure">
        {blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks may be alike, and are drawn anew together
          <BlockText key={at} block={block} />
        ))}
      </div>
    </>
  );
}

function Contents({ blocks }: { blocks: readonly Block[] }) {
  const headings = blocks.flatMap((block) => (block.kind === "heading" && block.level < 3 ? [block] : []));
  if (headings.length < 2) return null;
  return (
    <details className="mt-4 measure">
      <summary>{words.guideline.contents}</summary>
      <ul className="guideline-contents">
        {headings.map(({ id, level, words: said }) => (
          <li key={id} className={level === 1 ? undefined : "guideline-part"} dir="auto">
            <a href={`#${id}`}>{said.map(({ text }) => text).join("")}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function BlockText({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading": {
      const Heading = ({ 1: "h2", 2: "h3", 3: "h4" } as const)[block.level];
      return (
        <Heading id={block.id} dir="auto">
          <Words words={block.words} />
        </Heading>
      );
    }
    case "list":
    case "steps": {
      const List = block.kind === "list" ? "ul" : "ol";
      return (
        <List>
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={at} dir="auto">
              <Words words={item} />
            </li>
          ))}
        </List>
      );
    }
    default: {
      const Around = block.kind === "quote" ? "blockquote" : "p";
      return (
        <Around dir="auto">
          {block.lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Fragment key={at}>
              {at > 0 && <br />}
              <Words words={line} />
            </Fragment>
          ))}
        </Around>
      );
    }
  }
}

function Words({ words: said }: { words: readonly Inline[] }) {
  return said.map((one, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <Fragment key={at}>
      <Word one={one} />
    </Fragment>
  ));
}

function Word({ one }: { one: Inline }) {
  switch (one.kind) {
    case "strong":
      return <b>{one.text}</b>;
    case "stressed":
      return <em>{one.text}</em>;
    case "code":
      return <code>{one.text}</code>;
    case "link":
      return (
        <a href={one.href} rel="noreferrer">
          {one.text}
        </a>
      );
    default:
      return one.text;
  }
}
