import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import { startSandbox } from "../sandbox/sandbox.ts";
import { projectRoot } from "./project-root.ts";

/** A running sandbox and what a bot needs to log in to it. */
export interface OpenSandbox {
  /** Address of its page. */
  readonly address: string;
  readonly apiUrl: string;
  readonly token: string;
  /** Id of its server. */
  readonly guildId: string;
  close(): Promise<void>;
}

/** Starts a sandbox that takes one token only, made up for this run: no other program on the machine can log in. */
export async function openSandbox(port: number): Promise<Result<OpenSandbox, Failure>> {
  const part = (bytes: number): string => randomBytes(bytes).toString("base64url");
  const token = [part(18), part(4), part(28)].join(".");
  try {
    const root = projectRoot();
    const sandbox = await startSandbox({
      port,
      token,
      pageFolder: join(root, "src/sandbox/page"),
      pageModules: join(root, "dist/src/sandbox/page"),
    });
    const { address, apiUrl, guildId } = sandbox;
    return { ok: true, value: { address, apiUrl, token, guildId, close: () => sandbox.close() } };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      return { ok: false, error: { id: "port-taken", port } };
    }
    throw error;
  }
}
