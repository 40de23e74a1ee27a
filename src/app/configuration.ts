import { z } from "zod";
import type { ConfigurationProblem } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import type { LogLevel } from "../ops/logger.ts";

/** Everything an operator can set. `.env.example` explains each key; a test holds the two equal. */
export interface Configuration {
  /** Null: run against the sandbox. */
  readonly discordToken: string | null;
  /** Base address of the API without its version, or null for Discord's own. */
  readonly discordApiUrl: string | null;
  /** Event folders or JSON Lines files; empty for the `corpus` folder that comes with the program. */
  readonly corpus: readonly string[];
  /** Folder for what the program keeps for itself, or null for `data` beside `package.json`. */
  readonly data: string | null;
  /** Port of the sandbox and its page; 0 for any free one. */
  readonly sandboxPort: number;
  readonly logLevel: LogLevel;
  /** Confidence from which on an answer is shown, 0 to 1; null for what measured best. */
  readonly answerThreshold: number | null;
  /** Installed beside the program and used for ranking too; null for none. */
  readonly sentenceModel: SentenceModelName | null;
  /** Address of the PostgreSQL database in which things are remembered, with its password; null for a file in `data`. */
  readonly databaseUrl: string | null;
  /** Days for which questions are kept, without who asked them: 0 for not at all. */
  readonly keepQuestionsDays: number;
  /** Ids of the servers whose maintainers may change what is served. */
  readonly maintainingServers: readonly string[];
  /** Whether the corpus is loaded again when its files change. */
  readonly watchCorpus: boolean;
  /** Hosts that may be fetched from though they are on the own machine or network: `name` or `name:port`. */
  readonly fetchHosts: readonly string[];
}

export type SentenceModelName = "minilm";

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const satisfies readonly LogLevel[];

/** What each key may hold, said the way it is told to whoever set it wrong. */
const KEYS = {
  DISCORD_TOKEN: {
    expected: "the bot's token: three parts joined by full stops, without spaces",
    schema: z.string().regex(/^[\w-]+(?:\.[\w-]+){2}$/u),
  },
  DISCORD_API_URL: {
    expected: "an http or https address, such as https://discord.com/api",
    // discord.js adds the version it speaks.
    schema: z.url({ protocol: /^https?$/u }).transform((url) => url.replace(/(?:\/v\d+)?\/*$/u, "")),
  },
  CORPUS: {
    expected: "one or more paths, parted by commas",
    schema: z.string().transform(partedByCommas),
  },
  DATA: { expected: "the path of a folder", schema: z.string() },
  SANDBOX_PORT: { expected: "a whole number from 0 to 65535", schema: wholeNumber(0, 65_535) },
  LOG_LEVEL: { expected: `one of ${LOG_LEVELS.join(", ")}`, schema: z.enum(LOG_LEVELS) },
  ANSWER_THRESHOLD: {
    expected: "a number from 0 to 1",
    schema: z
      .string()
      .regex(/^(?:0?\.\d+|[01](?:\.0*)?|0\.\d+)$/u)
      .transform(Number),
  },
  SENTENCE_MODEL: { expected: "minilm, or nothing", schema: z.literal("minilm") },
  DATABASE_URL: {
    expected: "the address of a PostgreSQL database, such as postgresql://name:password@host/database",
    schema: z.string().regex(/^postgres(?:ql)?:\/\/\S+$/u),
  },
  KEEP_QUESTIONS_DAYS: { expected: "a whole number from 0 to 365", schema: wholeNumber(0, 365) },
  MAINTAINING_SERVERS: {
    expected: "ids of servers, parted by commas, such as 123456789012345678",
    schema: z
      .string()
      .transform(partedByCommas)
      .pipe(z.array(z.string().regex(/^\d{1,20}$/u))),
  },
  WATCH_CORPUS: { expected: "on or off", schema: z.enum(["on", "off"]).transform((value) => value === "on") },
  FETCH_HOSTS: {
    expected: "names of hosts, parted by commas, each with or without a port, such as wiki.internal or localhost:3000",
    schema: z
      .string()
      .transform(partedByCommas)
      .pipe(z.array(z.string().regex(/^(?:\[[\da-f:.]+\]|[^\s:/?#@\\[\]]+)(?::\d{1,5})?$/iu))),
  },
} as const;

/** The names of all keys the program reads from its environment. */
export const CONFIGURATION_KEYS: readonly string[] = Object.keys(KEYS);

/** The port the sandbox takes unless told otherwise. */
const DEFAULT_SANDBOX_PORT = 8_722;
const DEFAULT_KEEP_QUESTIONS_DAYS = 30;

/**
 * Reads the configuration. A key that is absent or empty takes its default; every key that cannot be used is reported,
 * all at once, and never with its value.
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Configuration, readonly ConfigurationProblem[]> {
  const problems: ConfigurationProblem[] = [];
  function read<T>(key: keyof typeof KEYS, schema: z.ZodType<T>, fallback: T): T {
    const value = environment[key]?.trim() ?? "";
    if (value === "") return fallback;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    problems.push({ key, expected: KEYS[key].expected });
    return fallback;
  }
  const value: Configuration = {
    discordToken: read<string | null>("DISCORD_TOKEN", KEYS.DISCORD_TOKEN.schema, null),
    discordApiUrl: read<string | null>("DISCORD_API_URL", KEYS.DISCORD_API_URL.schema, null),
    corpus: read<readonly string[]>("CORPUS", KEYS.CORPUS.schema, []),
    data: read<string | null>("DATA", KEYS.DATA.schema, null),
    sandboxPort: read("SANDBOX_PORT", KEYS.SANDBOX_PORT.schema, DEFAULT_SANDBOX_PORT),
    logLevel: read<LogLevel>("LOG_LEVEL", KEYS.LOG_LEVEL.schema, "warn"),
    answerThreshold: read<number | null>("ANSWER_THRESHOLD", KEYS.ANSWER_THRESHOLD.schema, null),
    sentenceModel: read<SentenceModelName | null>("SENTENCE_MODEL", KEYS.SENTENCE_MODEL.schema, null),
    databaseUrl: read<string | null>("DATABASE_URL", KEYS.DATABASE_URL.schema, null),
    keepQuestionsDays: read("KEEP_QUESTIONS_DAYS", KEYS.KEEP_QUESTIONS_DAYS.schema, DEFAULT_KEEP_QUESTIONS_DAYS),
    maintainingServers: read<readonly string[]>("MAINTAINING_SERVERS", KEYS.MAINTAINING_SERVERS.schema, []),
    watchCorpus: read<boolean>("WATCH_CORPUS", KEYS.WATCH_CORPUS.schema, true),
    fetchHosts: read<readonly string[]>("FETCH_HOSTS", KEYS.FETCH_HOSTS.schema, []),
  };
  return problems.length === 0 ? { ok: true, value } : { ok: false, error: problems };
}

/** Reads only what asking a corpus needs, so that a bad key of the bot's is no hindrance. */
export function readAskingConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Result<
  Pick<Configuration, "corpus" | "data" | "answerThreshold" | "sentenceModel" | "fetchHosts">,
  readonly ConfigurationProblem[]
> {
  const { CORPUS, DATA, ANSWER_THRESHOLD, SENTENCE_MODEL, FETCH_HOSTS } = environment;
  return readConfiguration({ CORPUS, DATA, ANSWER_THRESHOLD, SENTENCE_MODEL, FETCH_HOSTS });
}

function wholeNumber(min: number, max: number): z.ZodType<number> {
  return z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .pipe(z.number().min(min).max(max));
}

function partedByCommas(list: string): readonly string[] {
  return list
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
