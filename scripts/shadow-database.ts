import { PGlite, types } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import {
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from "@prisma/driver-adapter-utils";

/**
 * An empty PostgreSQL in memory, spoken to the way Prisma's schema engine wants it: the engine replays the migrations in it
 * and reads the catalogue back. Only the column types that the catalogue has are known here; it holds nobody's data.
 */

const ARRAY_OF_NAMES = 1003;
const ARRAY_OF_CHARS = 1002;
const ARRAY_OF_TEXT = 1009;
const ARRAY_OF_INT2 = 1005;
const ARRAY_OF_OIDS = 1028;

const COLUMN_TYPES: Readonly<Record<number, ColumnType>> = {
  [types.BOOL]: ColumnTypeEnum.Boolean,
  [types.INT2]: ColumnTypeEnum.Int32,
  [types.INT4]: ColumnTypeEnum.Int32,
  [types.INT8]: ColumnTypeEnum.Int64,
  [types.OID]: ColumnTypeEnum.Int64,
  [types.CHAR]: ColumnTypeEnum.Character,
  [ARRAY_OF_INT2]: ColumnTypeEnum.Int32Array,
  [ARRAY_OF_OIDS]: ColumnTypeEnum.Int64Array,
  [ARRAY_OF_NAMES]: ColumnTypeEnum.TextArray,
  [ARRAY_OF_CHARS]: ColumnTypeEnum.CharacterArray,
  [ARRAY_OF_TEXT]: ColumnTypeEnum.TextArray,
};

/** 64-bit numbers travel to the engine as strings, so that none is rounded on the way. */
const PARSERS = { [types.INT8]: (value: string) => value, [types.OID]: (value: string) => value };

/** Started when it is first asked something (two seconds): the engine opens a connection beside the shadow's and never uses it. */
function connection(): SqlDriverAdapter {
  const identity = { provider: "postgres", adapterName: "@onrecord/shadow" } as const;
  let started: Promise<PGlite> | undefined;
  const database = () => {
    started ??= PGlite.create({ extensions: { pg_trgm, unaccent } });
    return started;
  };

  async function query({ sql, args }: SqlQuery) {
    try {
      return await (await database()).query<unknown[]>(sql, args, { rowMode: "array", parsers: PARSERS });
    } catch (error) {
      throw refusal(error);
    }
  }
  async function queryRaw(params: SqlQuery): Promise<SqlResultSet> {
    const { fields, rows } = await query(params);
    return {
      columnNames: fields.map((field) => field.name),
      columnTypes: fields.map((field) => COLUMN_TYPES[field.dataTypeID] ?? ColumnTypeEnum.Text),
      rows,
    };
  }
  async function executeRaw(params: SqlQuery): Promise<number> {
    return (await query(params)).affectedRows ?? 0;
  }
  async function startTransaction(): Promise<Transaction> {
    await (await database()).exec("BEGIN");
    // The engine itself sends COMMIT or ROLLBACK; these two only tell us that it has.
    return {
      ...identity,
      options: { usePhantomQuery: false },
      queryRaw,
      executeRaw,
      commit: async () => {},
      rollback: async () => {},
    };
  }
  return {
    ...identity,
    queryRaw,
    executeRaw,
    startTransaction,
    async executeScript(script) {
      try {
        await (await database()).exec(script);
      } catch (error) {
        throw refusal(error);
      }
    },
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: async () => {
      await (await started)?.close();
    },
  };
}

function refusal(error: unknown): DriverAdapterError {
  const { message, code } =
    error instanceof Error
      ? { code: undefined, ...error, message: error.message }
      : { message: String(error) };
  return new DriverAdapterError({
    kind: "postgres",
    code: typeof code === "string" ? code : "XX000",
    severity: "ERROR",
    message,
    detail: undefined,
    column: undefined,
    hint: undefined,
  });
}

const connect = async (): Promise<SqlDriverAdapter> => connection();

/** Every connection is a new, empty database. */
export const shadowDatabase: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "@onrecord/shadow",
  connect,
  connectToShadowDb: connect,
};
