import { pino, stdTimeFunctions } from "pino";
import { traceOf } from "./trace.ts";

/** What a room needs to leave a note for the operator: fields for machines, a sentence for people. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** Where log lines go: `process.stderr`, or anything that takes a line. */
export interface LogDestination {
  write(line: string): unknown;
}

const REDACTED = "[redacted]";
const SECRET_FIELDS = ["token", "authorization", "Authorization", "DISCORD_TOKEN"];

/**
 * A logger of JSON lines. `secrets` never leave it, wherever in a line they stand; errors (field `err`) are logged
 * without their message, see {@link traceOf}.
 */
export function createLogger(level: LogLevel, destination: LogDestination, secrets: readonly string[] = []): Logger {
  const hidden = secrets.filter((secret) => secret !== "").map((secret) => JSON.stringify(secret).slice(1, -1));
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: traceOf },
    redact: {
      paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: REDACTED,
    },
    hooks: {
      streamWrite: (line: string) => hidden.reduce((text, secret) => text.replaceAll(secret, REDACTED), line),
    },
  };
  return pino(options, { write: (line: string) => void destination.write(line) });
}
