/** What tests use of two validators: jsonld has no types of its own, and those of ical.js don't name a component. */

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
