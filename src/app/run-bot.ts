import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { watchCorpus } from "../corpus/watch-corpus.ts";
import { findGaps } from "../curating/find-gaps.ts";
import { connectBot } from "../discord/connect.ts";
import { loadCommands } from "../discord/load-commands.ts";
import { createFetcher } from "../fetch/create-fetcher.ts";
import type { Failure } from "../domain/failure.ts";
import { EXIT_CODES, exitCodeOf } from "../ops/exit-codes.ts";
import { createLogger } from "../ops/logger.ts";
import { describeEncodingEvent, isEncodingWarning } from "../present/operator/encoding-events.ts";
import { describeFailure } from "../present/operator/failures.ts";
import { describeIndexEvent, isIndexWarning } from "../present/operator/index-events.ts";
import { describeUnwatched } from "../present/corpus/reload-text.ts";
import { createPictures } from "../picture/create-pictures.ts";
import { readConfiguration } from "./configuration.ts";
import { RecentConversations } from "./conversations.ts";
import { complainOfCorpora, openCorpora } from "./open-corpora.ts";
import { configuredIndexFolder, configuredPaths } from "./open-corpus.ts";
import { Reloading } from "./reload-corpus.ts";
import { type CuratorParts, openCurator } from "./open-curator.ts";
import { openModels } from "./models.ts";
import { OpenDesk } from "./open-desk.ts";
import { openLanguages } from "./open-languages.ts";
import { openConfiguredStore } from "./open-store.ts";
import { openSentenceModel } from "./open-sentence-model.ts";
import { softwareVersion } from "./project-root.ts";
import { ServedEvents, type ServedEventsOptions } from "./served-events.ts";
import { FollowerTelling } from "./tell-followers.ts";
import { openSandbox } from "./open-sandbox.ts";

/** Milliseconds that a question waits for the sentence model, where one is set: much longer than it takes. */
const ENCODING_DEADLINE = 200;

/** What the bot may touch of the process it runs in. */
export interface BotProcess {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For the operator at the terminal: one line when ready, one for each thing that is wrong. */
  say(line: string): void;
  complain(line: string): void;
  /** Fires when the bot is asked to stop. */
  readonly signal: AbortSignal;
  /** Calls back whenever the operator asks that the corpus be loaded again. */
  onReload(listener: () => void): void;
}

/**
 * Runs the bot until it is asked to stop or cannot go on.
 *
 * @returns the exit code
 */
export async function runBot(host: BotProcess): Promise<number> {
  try {
    return await serve(host);
  } catch (error) {
    // Being asked to stop while still reading the corpus is no fault.
    if (host.signal.aborted) return EXIT_CODES.ok;
    throw error;
  }
}

async function serve(host: BotProcess): Promise<number> {
  const fail = (failure: Failure): number => {
    host.complain(describeFailure(failure));
    return exitCodeOf(failure);
  };
  const read = readConfiguration(host.environment);
  if (!read.ok) return fail({ id: "configuration-invalid", problems: read.error });
  const { value: configuration } = read;

  const languages = await openLanguages();
  if (!languages.ok) return fail(languages.error);
  const paths = configuredPaths(configuration.corpus);
  const [corpora, sandbox, commands] = await Promise.all([
    openCorpora(paths, host.signal),
    configuration.discordToken === null ? openSandbox(configuration.sandboxPort) : null,
    loadCommands(join(dirname(fileURLToPath(import.meta.url)), "../../commands"), languages.value),
  ]);
  const closing: (() => Promise<void>)[] = [];
  let saving: Promise<void> | null = null;
  try {
    if (sandbox?.ok === false) return fail(sandbox.error);
    const refused = complainOfCorpora(corpora, host);
    if (refused !== null) return fail(refused);

    const token = sandbox?.value.token ?? configuration.discordToken ?? "";
    const logger = createLogger(configuration.logLevel, { write: (line) => host.complain(line.trimEnd()) }, [
      token,
      configuration.databaseUrl ?? "",
    ]);
    const store = await openConfiguredStore(configuration, logger, host.signal);
    if (!store.ok) return fail(store.error);
    closing.push(() => store.value.close());
    const models = await openModels();
    if (!models.ok) return fail(models.error);
    const { vectors, answers } = models.value;
    const indexFolder = configuredIndexFolder(configuration.data);
    const index: ServedEventsOptions["index"] = {
      folder: indexFolder,
      vectors,
      onEvent: (event) => logger[isIndexWarning(event) ? "warn" : "info"](event, describeIndexEvent(event)),
      signal: host.signal,
    };
    const sentenceModel = await openSentenceModel({
      name: configuration.sentenceModel,
      folder: indexFolder,
      deadline: ENCODING_DEADLINE,
      onEvent: (event) => logger[isEncodingWarning(event) ? "warn" : "info"](event, describeEncodingEvent(event)),
      signal: host.signal,
    });
    if (!sentenceModel.ok) return fail(sentenceModel.error);
    const { encodingFor, encodedModel, close } = sentenceModel.value;
    closing.push(close);
    const events = new ServedEvents({
      softwareVersion: softwareVersion(),
      answers: { model: answers, encodedModel, threshold: configuration.answerThreshold ?? undefined },
      index,
      encodingFor,
    });
    const saves: (() => Promise<void>)[] = [];
    for (const { opened, paths: from } of corpora) {
      if (opened.ok) saves.push(await events.open(opened.value, from));
    }
    let telling: FollowerTelling | null = null;
    const pictures = createPictures();
    const openDesk = new OpenDesk({
      libraries: events,
      store: store.value,
      languages: languages.value,
      pictures,
      logger,
    });
    closing.unshift(() => openDesk.close());
    const afterReload = (): void => {
      telling?.start();
      openDesk.corpusMayBeAnother();
    };
    const gapsOf: CuratorParts["gapsOf"] = async (scope, signal) => {
      const glossary = events.find(scope.event)?.status().event.glossary ?? [];
      return findGaps(store.value, { vectors, glossary }, scope, signal);
    };
    const reloading = new Reloading({ events, paths, host, logger, gapsOf, served: afterReload });
    host.onReload(() => void reloading.reload().catch(() => undefined));
    if (configuration.watchCorpus) {
      const watch = watchCorpus(
        paths,
        () => void reloading.look().catch(() => undefined),
        (reason) => host.complain(describeUnwatched(reason)),
      );
      closing.unshift(() => watch.close());
    }
    const fetcher = createFetcher({
      userAgent: `Footnote/${softwareVersion()}`,
      allowedHosts: [...configuration.fetchHosts, ...hostOf(sandbox?.value.apiUrl ?? configuration.discordApiUrl)],
    });
    closing.unshift(() => fetcher.close());
    const connected = await connectBot({
      token,
      apiUrl: sandbox?.value.apiUrl ?? configuration.discordApiUrl,
      commands,
      libraries: events,
      languages: languages.value,
      store: store.value,
      conversations: new RecentConversations(),
      deskFor: (publisher) => openDesk.deskFor(publisher),
      curator: openCurator({ events, reloading, fetcher, gapsOf }),
      pictures,
      policy: {
        questionDays: configuration.keepQuestionsDays,
        keptIn: configuration.databaseUrl === null ? "file" : "database",
        maintainingServers: sandbox === null ? configuration.maintainingServers : [sandbox.value.guildId],
      },
      logger,
      signal: host.signal,
    });
    // Even without a connection: a supervisor will try again, and should not have to wait for the index then.
    saving = saveAll(saves);
    if (!connected.ok) return fail(connected.error);
    if (!host.signal.aborted) {
      host.say(
        sandbox === null
          ? "Footnote is connected to Discord."
          : `Footnote is ready: open ${sandbox.value.address} and type /ask (no Discord needed; Ctrl-C stops it).`,
      );
    }
    telling = new FollowerTelling({
      libraries: events,
      store: store.value,
      notifier: connected.value.notifier,
      languages: languages.value,
      logger,
      whenSettled: async () => events.whenSettled(),
    });
    // What is kept stays open until nobody is being told anything.
    closing.unshift(() => telling.close());
    telling.start();
    openDesk.start(connected.value.notifier);
    const reason = await connected.value.stopped;
    return reason === null ? EXIT_CODES.ok : fail(reason);
  } finally {
    await saving;
    for (const close of closing) await close();
    if (sandbox?.ok === true) await sandbox.value.close();
  }
}

/** One after the other: all want the same disk. */
async function saveAll(saves: readonly (() => Promise<void>)[]): Promise<void> {
  for (const save of saves) await save();
}

/** Files that people attach are where Discord is, or what stands in for it. */
function hostOf(apiUrl: string | null): readonly string[] {
  return apiUrl === null ? [] : [new URL(apiUrl).host];
}
