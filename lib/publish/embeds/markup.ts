import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, serialize } from "parse5";

/** Small documents as trees that parse5 writes: what is a text there can't become markup. */

export type Element = DefaultTreeAdapterTypes.Element;
/** A text, an element, or nothing. */
export type Child = Element | string | null;

/** An attribute that is null is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...children: readonly Child[]
): Element {
  const named = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [{ name: key, value: String(value) }],
  );
  const made = defaultTreeAdapter.createElement(name, html.NS.HTML, named);
  for (const child of children) {
    if (typeof child === "string") defaultTreeAdapter.insertText(made, child);
    else if (child !== null) defaultTreeAdapter.appendChild(made, child);
  }
  return made;
}

/** The elements as HTML, one after the other. */
export function written(...elements: readonly Element[]): string {
  const all = defaultTreeAdapter.createDocumentFragment();
  for (const one of elements) defaultTreeAdapter.appendChild(all, one);
  return serialize(all);
}
