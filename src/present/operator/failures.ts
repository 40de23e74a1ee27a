import type { ConfigurationProblem, Failure } from "../../domain/failure.ts";
import type { Permission } from "../../domain/permission.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";

/** Words for the operator: what happened and what to do next, in one line. Holds no secret. */
export function describeFailure(failure: Failure): string {
  switch (failure.id) {
    case "configuration-invalid":
      return `The configuration cannot be used: ${describeConfiguration(failure.problems)}. Correct these and start again; .env.example explains every key.`;
    case "corpus-empty":
      return `No article could be read from ${failure.folders.join(", ") || "the corpus"}. Add articles as corpus/README.md describes, or see what is wrong with those there: footnote corpus check.`;
    case "several-events":
      return describeSeveralEvents(failure.folder, failure.events);
    case "model-unreadable":
      return `${failure.file} cannot be read: ${failure.reason}. It comes with Footnote: put it back from where you got the program, for example with git restore models.`;
    case "language-unreadable":
      return `The catalogue ${failure.file} cannot be read: ${failure.reason}. It comes with Footnote: put it back from where you got the program, for example with git restore languages.`;
    case "sentence-model-missing":
      return `SENTENCE_MODEL asks for ${failure.name}, which is not installed. Install it with npm run install:${failure.name}, or leave SENTENCE_MODEL empty to go without.`;
    case "sentence-model-unusable":
      return cleanText(
        `The sentence model ${failure.name} does not work here: ${failure.reason}. Install it anew with npm run install:${failure.name}, or leave SENTENCE_MODEL empty to go without.`,
      );
    case "token-refused":
      return "Discord refuses the token. Copy it anew from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.";
    case "api-unreachable":
      return `Discord cannot be reached at ${failure.address}: ${failure.reason}. Check the network and DISCORD_API_URL, then start again.`;
    case "gateway-refused":
      return `Discord's gateway refuses this bot: ${describeCloseCode(failure.code)} (close code ${failure.code}).`;
    case "commands-refused":
      return `Discord refuses the commands: ${failure.reason}. Correct the command named and start again.`;
    case "port-taken":
      return `Port ${failure.port} is taken by another program. Stop that program or set SANDBOX_PORT to another number; 0 takes any free port.`;
    case "store-unreadable":
      return cleanText(describeStore(failure));
    case "store-unreachable":
      return cleanText(
        `The database of DATABASE_URL cannot be reached: ${failure.reason}. Check that it runs and that the address, name and password are right, then start again; without DATABASE_URL a file in the data folder is used.`,
      );
    case "unexpected":
      return `Something unexpected went wrong (reference ${failure.reference}). The log line with the same reference says where.`;
  }
}

function describeStore({ file, why, reason }: Extract<Failure, { readonly id: "store-unreadable" }>): string {
  const place = `The database ${file ?? "of DATABASE_URL"}`;
  switch (why) {
    case "damaged":
      return `${place} is damaged: ${reason}. Nothing was changed in it. Put a copy back from before, or move it away with the files beside it that begin alike: Footnote then begins with nothing remembered.`;
    case "not-ours":
      return `${place} holds tables that are not Footnote's. Nothing was changed in it. Name another database in DATABASE_URL or another folder in DATA.`;
    case "newer":
      return `${place} was last used by a newer version of Footnote. Nothing was changed in it. Update Footnote, or put a copy back from before.`;
    case "unusable":
      return `${place} cannot be used: ${reason}. Footnote's user must be able to read and write it; DATA and DATABASE_URL say where it is.`;
  }
}

const EVENTS_NAMED = 10;

function describeSeveralEvents(folder: string, events: readonly string[]): string {
  const named = events.slice(0, EVENTS_NAMED).join(", ");
  const more = events.length > EVENTS_NAMED ? ` and ${events.length - EVENTS_NAMED} more` : "";
  const path = `${folder.replace(/[\\/]+$/u, "")}/${events[0] ?? ""}`;
  const words = `There are several events in ${folder}: ${named}${more}. Say which one to answer from: write for example CORPUS=${path} into .env, or give --corpus ${path} on the command line.`;
  return cleanText(words);
}

function describeConfiguration(problems: readonly ConfigurationProblem[]): string {
  return problems.map(({ key, expected }) => `${key} should be ${expected}`).join("; ");
}

/** @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
function describeCloseCode(code: number): string {
  switch (code) {
    case 4010:
      return "the shard is invalid";
    case 4011:
      return "it is in so many servers that sharding is required";
    case 4012:
      return "the gateway's version is no longer supported, so update Footnote";
    case 4013:
      return "the intents are invalid, so update Footnote";
    case 4014:
      return "an intent it asks for is not allowed, see Bot, Privileged Gateway Intents in the developer portal";
    default:
      return "it gives no reason";
  }
}

/** Told to a person when answering failed. `reference` stands in the operator's log as well. */
export function unexpectedReply(words: Words, reference: string): Reply {
  return failure(words.say("failure.unexpected", { reference }));
}

/** Told to a person whose answer took longer than it may. */
export function tooSlowReply(words: Words, reference: string): Reply {
  return failure(words.say("failure.too-slow", { reference }));
}

/** Told to a person who presses a button that an older version sent, or that was made up. */
export function staleButtonReply(words: Words): Reply {
  return failure(words.say("failure.stale-button"));
}

/** Told to a person whose client sends a command that is unknown or was filled in differently. */
export function staleCommandReply(words: Words): Reply {
  return failure(words.say("failure.stale-command"));
}

/** Told to a person who reaches the bot in a way it has no answer for. */
export function unknownRequestReply(words: Words): Reply {
  return failure(words.say("failure.unknown-request"));
}

/** Told to a person who asks while the bot is shutting down. */
export function closingReply(words: Words): Reply {
  return failure(words.say("failure.closing"));
}

/** What the bot would have to be allowed; all it needs where nobody told. */
export function permissionsMissing(missing: readonly Permission[]): readonly Permission[] {
  return missing.length > 0 ? missing : ["view-channel", "send-messages", "embed-links"];
}

/** Told to a person when Discord forbids the bot to answer here. `missing` may be empty, where Discord does not say. */
export function missingPermissionReply(words: Words, missing: readonly Permission[]): Reply {
  const named = permissionsMissing(missing).map((permission) => words.say(`permission.${permission}`));
  return failure(words.say("failure.missing-permission", { permissions: words.list(named, "and") }));
}

/**
 * Told to a person who asks more than the bot takes, alone or with the rest of the channel.
 *
 * @param until when to come back, in seconds since 1970
 */
export function tooManyReply(words: Words, over: "person" | "channel", until: number): Reply {
  const body = words.say(`failure.too-many-${over}`, { when: `<t:${until}:R>` });
  return { ...failure(body), outcome: "information" };
}

/** Told to a person whose form could not be opened, because Discord opens one at once or not at all. */
export function formTooLateReply(words: Words): Reply {
  return failure(words.say("failure.form-too-late"));
}

/** Told to a person whose command is about what is kept while that cannot be reached. */
export function storeUnavailableReply(words: Words): Reply {
  return failure(words.say("failure.store-unavailable"));
}

/** Stands for a moment where a private answer was expected to be public. */
export function sentPrivatelyReply(words: Words): Reply {
  return { ...failure(words.say("failure.sent-privately")), visibility: "public", outcome: "information" };
}

function failure(body: string): Reply {
  return { visibility: "private", outcome: "failure", title: null, body, footer: null, controls: [] };
}
