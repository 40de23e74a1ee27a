import { type SpawnOptions, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, type Server, type Socket, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export const PASSWORD = "correct/horse battery";

/** A PostgreSQL of our own, gone when it is stopped. */
export interface Cluster {
  readonly port: number;
  url(database: string): string;
  /** An empty database. */
  create(): Promise<string>;
  query(database: string, statement: string): Promise<readonly unknown[]>;
  stop(): Promise<void>;
}

/** Folder of PostgreSQL's programs, the newest where there are several; null where none is installed. */
export function findPostgres(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
}

/** Starts a cluster in a temporary folder on a free port of this machine. PostgreSQL refuses to run as root. */
export async function startCluster(programs: string): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "footnote-postgres-"));
  const user = userToBe();
  if (user !== null) await chown(folder, user.uid, user.gid);
  const options: SpawnOptions = { cwd: folder, stdio: "ignore", ...user };
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  await writeFile(passwordFile, PASSWORD);
  await chmod(passwordFile, 0o644);

  const made = spawn(
    join(programs, "initdb"),
    ["-D", data, "-U", "footnote", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8", "--no-sync"],
    options,
  );
  const [code]: unknown[] = await once(made, "exit");
  if (code !== 0) throw new Error(`initdb ended with ${String(code)}`);
  const port = await freePort();
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", folder, "-F"],
    options,
  );
  const kill = (): void => void server.kill("SIGQUIT");
  process.once("exit", kill);

  const url = (database: string): string =>
    `postgresql://footnote:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`;
  const query = async (database: string, statement: string): Promise<readonly unknown[]> => {
    const client = new pg.Client({ connectionString: url(database) });
    try {
      await client.connect();
      const { rows } = await client.query<object>(statement);
      return rows;
    } finally {
      await client.end();
    }
  };
  const stop = async (): Promise<void> => {
    process.off("exit", kill);
    // Fast shutdown: whoever is still connected is not waited for.
    server.kill("SIGINT");
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    await rm(folder, { recursive: true, force: true });
  };
  let databases = 0;
  const create = async (): Promise<string> => {
    databases += 1;
    await query("postgres", `create database footnote_${databases}`);
    return `footnote_${databases}`;
  };
  for (let tries = 0; ; tries += 1) {
    try {
      await query("postgres", "select 1");
      return { port, url, create, query, stop };
    } catch (error) {
      if (tries > 150 || server.exitCode !== null) {
        await stop();
        throw error;
      }
    }
    await sleep(100);
  }
}

/** Carries everything to a port and back, until it is frozen: then it takes every connection and nobody hears anything. */
export interface Line {
  readonly port: number;
  freeze(): void;
  close(): void;
}

export async function lineTo(port: number): Promise<Line> {
  const sockets: Socket[] = [];
  let frozen = false;
  const server: Server = createServer((near) => {
    sockets.push(near);
    if (frozen) return;
    const far = connect(port, "127.0.0.1");
    sockets.push(far);
    near.on("error", () => far.destroy()).pipe(far);
    far.on("error", () => near.destroy()).pipe(near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: portOf(server),
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  server.close();
  await once(server, "close");
  return port;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function userToBe(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = [idOf("-u", name), idOf("-g", name)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  return null;
}

function idOf(option: string, name: string): number | null {
  try {
    return Number(execFileSync("id", [option, name], { stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return null;
  }
}
