import { Client } from "pg";

/**
 * Whether the database is there, known without asking it: one connection is held, and its end is the news. So a web server can say
 * at once that it waits for the database, instead of failing in the middle of a page.
 */

/** How long to wait before the next try, in milliseconds. */
const AGAIN = 500;
/** A database that accepts a connection and says nothing more is lost too. In milliseconds. */
const PATIENCE = 5_000;

// It hangs on globalThis because what the server loads at its start and what its pages load are two copies of this file.
const KEY = Symbol.for("onrecord.database.lost");
// The cast only says that a property of our own may hang there; nobody else knows the symbol.
const holder = globalThis as { [KEY]?: boolean | undefined };

export function isDatabaseLost(): boolean {
  return holder[KEY] === true;
}

/** Watch the database at this address until the process ends, or until what is returned is called. */
export function watchDatabase(url: string): () => void {
  let isWatching = true;
  let current: Client | null = null;
  const connect = async (): Promise<void> => {
    if (!isWatching) return;
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: PATIENCE,
      keepAlive: true,
      application_name: "onrecord presence",
    });
    current = client;
    let isOver = false;
    const again = () => {
      if (isOver) return;
      isOver = true;
      holder[KEY] = isWatching;
      client.end().catch(() => {});
      if (isWatching) setTimeout(() => void connect(), AGAIN).unref();
    };
    client.on("error", again);
    client.on("end", again);
    try {
      await client.connect();
      await client.query("SELECT 1");
      holder[KEY] = false;
    } catch {
      again();
    }
  };
  void connect();
  return () => {
    isWatching = false;
    holder[KEY] = false;
    current?.end().catch(() => {});
  };
}
