import { Client } from "pg";

/**
 * One connection of this process that hears what PostgreSQL tells, whoever of all web servers and workers it is from. It is outside of the pool:
 * a connection of the pool goes from one question to the next, and would hear nothing in between.
 */

export interface Listener {
  /** Tell all who listen on a channel. What is told while the connection is lost is lost: true where it was told. */
  tell(channel: string, payload: string): Promise<boolean>;
  end(): Promise<void>;
}

export interface Hearing {
  readonly url: string;
  readonly channels: readonly string[];
  readonly onTold: (channel: string, payload: string) => void;
  /** It listens from here on; what was told before, since the connection was lost, it didn't hear. */
  readonly onListening: () => void;
}

/** How long to wait before the next try, in milliseconds: twice as long each time. */
const AGAIN = 250;
const LONGEST = 10_000;
/** A database that accepts a connection and says nothing more is lost too. In milliseconds. */
const PATIENCE = 5_000;

/** Listen until `end` is called or the process ends. */
export function listen({ url, channels, onTold, onListening }: Hearing): Listener {
  let isEnded = false;
  let current: Client | null = null;
  let isListening = false;
  let wait = AGAIN;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
    setTimeout(resolve, PATIENCE).unref();
  });
  const connect = async (): Promise<void> => {
    if (isEnded) return;
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
      application_name: "onrecord live",
    });
    current = client;
    let isOver = false;
    const again = () => {
      if (isOver) return;
      isOver = true;
      isListening = false;
      client.end().catch(() => {});
      if (isEnded) return;
      setTimeout(() => void connect(), wait).unref();
      wait = Math.min(wait * 2, LONGEST);
    };
    client.on("error", again);
    client.on("end", again);
    client.on("notification", ({ channel, payload }) => onTold(channel, payload ?? ""));
    try {
      await client.connect();
      for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      if (isOver || isEnded) return;
      isListening = true;
      wait = AGAIN;
      begin();
      onListening();
    } catch {
      again();
    }
  };
  void connect();
  return {
    async tell(channel, payload) {
      // What is told as the process begins waits for the connection.
      await begun;
      if (!isListening || current === null) return false;
      try {
        await current.query("SELECT pg_notify($1, $2)", [channel, payload]);
        return true;
      } catch {
        return false;
      }
    },
    async end() {
      isEnded = true;
      isListening = false;
      await current?.end().catch(() => {});
    },
  };
}
