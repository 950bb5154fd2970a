/** What tests use of three validators. jsonld has no types of its own. */

declare module "libxml2-wasm" {
  export class XmlDocument {
    static fromString(text: string): XmlDocument;
    static fromBuffer(bytes: Uint8Array): XmlDocument;
    /** By an XPath. */
    find(path: string): readonly { readonly content: string }[];
    dispose(): void;
  }
  export class RelaxNGValidator {
    static fromDoc(grammar: XmlDocument): RelaxNGValidator;
    /** Throws Error where the document isn't what the grammar asks for. */
    validate(document: XmlDocument): void;
  }
}

declare module "ical.js" {
  interface Property {
    readonly name: string;
    /** As jCal has it (RFC 7265): name, parameters, type, and the values as they were written. */
    toJSON(): readonly [string, object, string, ...unknown[]];
  }
  export interface Component {
    readonly name: string;
    getAllProperties(): readonly Property[];
    getFirstProperty(name: string): Property | null;
    getAllSubcomponents(): readonly Component[];
  }
  const ICAL: { readonly Component: { fromString(text: string): Component } };
  export default ICAL;
}

declare module "jsonld" {
  interface Options {
    readonly safe: boolean;
    readonly format: "application/n-quads";
    readonly documentLoader: (
      url: string,
    ) => Promise<{ readonly contextUrl: null; readonly document: object; readonly documentUrl: string }>;
  }
  const jsonld: { toRDF(document: object, options: Options): Promise<string> };
  export default jsonld;
}
