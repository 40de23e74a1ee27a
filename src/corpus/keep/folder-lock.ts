import { randomUUID } from "node:crypto";
import { lstat, open, rm, type FileHandle } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { KeepingFailure, LockHolder } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { readTextFile, reasonOf } from "../read-text-file.ts";

const lockName = ".footnote-lock";

/** In milliseconds. */
const lockTimes = Object.freeze({
  wait: 10_000,
  poll: 100,
  /** The lock's holder says so often that it is still at work … */
  heartbeat: 15_000,
  /** … and who has said nothing for so long is not. */
  stale: 120_000,
  /** Who has made a lock and not yet said its name is cut off in between. */
  unwritten: 5_000,
  /** Taking a dead holder's lock away takes no time at all; who left in the middle of it is gone. */
  clearing: 30_000,
  clockSlip: 1_000,
});

const holderSchema = z.object({
  pid: z.int().positive(),
  host: z.string().max(255),
  since: z.iso.datetime(),
  token: z.uuid(),
});

/** How to wait for a lock. */
export interface LockOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long to wait, in milliseconds; else ten seconds. */
  readonly wait?: number | undefined;
}

/**
 * Does something while no other process, and nobody else in this one, changes the folder. A lock whose holder has ended,
 * or has not been heard of for two minutes, is taken over.
 * @throws whatever `action` throws, the signal's reason, or the file system's error where no lock can be made
 */
export async function withFolderLock<T>(
  folder: string,
  { signal, wait = lockTimes.wait }: LockOptions,
  action: () => Promise<Result<T, KeepingFailure>>,
): Promise<Result<T, KeepingFailure>> {
  const path = join(folder, lockName);
  const deadline = performance.now() + wait;
  for (;;) {
    signal?.throwIfAborted();
    const release = await takeLock(path);
    if (release) {
      try {
        return await action();
      } finally {
        await release();
      }
    }
    if (await clearStale(path)) continue;
    if (performance.now() >= deadline) {
      const holder = (await lookAt(path))?.holder ?? null;
      const told = holder && { pid: holder.pid, host: holder.host, since: holder.since };
      return { ok: false, error: { id: "folder-busy", folder, holder: told } };
    }
    await sleep(lockTimes.poll, undefined, { signal });
  }
}

/** Returns how to give the lock back, or null where somebody has it. */
async function takeLock(path: string): Promise<(() => Promise<void>) | null> {
  let handle: FileHandle;
  try {
    handle = await open(path, "wx");
  } catch (error) {
    if (reasonOf(error) === "EEXIST") return null;
    throw error;
  }
  const holder: LockHolder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  const token = randomUUID();
  try {
    await handle.writeFile(JSON.stringify({ ...holder, token }));
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
  const heart = setInterval(() => {
    const now = new Date();
    // A beat that fails is a beat left out.
    handle.utimes(now, now).catch(() => undefined);
  }, lockTimes.heartbeat);
  heart.unref();
  return async () => {
    clearInterval(heart);
    await handle.close();
    // Whoever slept for minutes may have lost it.
    if ((await lookAt(path))?.holder?.token === token) await rm(path, { force: true });
  };
}

interface LockState {
  readonly holder: z.infer<typeof holderSchema> | null;
  readonly isEmpty: boolean;
  /** In milliseconds since the holder was last heard of. */
  readonly age: number;
}

/** Null where there is no lock. */
async function lookAt(path: string): Promise<LockState | null> {
  try {
    const { mtimeMs } = await lstat(path);
    const text = await readTextFile(path, 4096);
    const holder = text.ok ? holderOf(text.value) : null;
    return { holder, isEmpty: text.ok && text.value === "", age: Date.now() - mtimeMs };
  } catch (error) {
    if (reasonOf(error) === "ENOENT") return null;
    throw error;
  }
}

function holderOf(json: string): LockState["holder"] {
  try {
    return holderSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

function isStale({ holder, isEmpty, age }: LockState): boolean {
  if (age > (isEmpty ? lockTimes.unwritten : lockTimes.stale)) return true;
  if (!holder || holder.host !== hostname()) return false;
  // In a container that was started again, the one before us had our number. Clocks are set by a little now and then.
  if (holder.pid === process.pid) return Date.parse(holder.since) < performance.timeOrigin - lockTimes.clockSlip;
  return !isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there and is not ours.
    return reasonOf(error) === "EPERM";
  }
}

/**
 * Takes a dead holder's lock away. Two who both saw it must not both do so, or the second would take away the lock that
 * the first has made since: a second lock sees to that, held for the blink of an eye.
 */
async function clearStale(path: string): Promise<boolean> {
  const seen = await lookAt(path);
  if (!seen || !isStale(seen)) return false;
  const guard = `${path}.tmp`;
  try {
    await (await open(guard, "wx")).close();
  } catch (error) {
    if (reasonOf(error) !== "EEXIST") throw error;
    const age = Date.now() - (await lstat(guard).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > lockTimes.clearing) await rm(guard, { force: true });
    return false;
  }
  try {
    const state = await lookAt(path);
    if (state && isStale(state)) await rm(path, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}
