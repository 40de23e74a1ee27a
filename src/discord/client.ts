import { Client, GatewayIntentBits, Options, SimpleShardingStrategy } from "discord.js";
import { requestWithoutWaiting } from "./old-edits.ts";

/** A client with the means to silence it for good. */
export interface BotClient {
  readonly client: Client;
  /** Keeps a shard that is between two attempts to connect from trying on after the client is destroyed. */
  readonly silence: () => void;
}

/**
 * A client as small as slash commands need it: the `Guilds` intent, no caches beyond what discord.js cannot do without,
 * so that years of running do not fill the memory.
 *
 * @param apiUrl Base of the API without version, or null for Discord's own.
 */
export function createClient(apiUrl: string | null): BotClient {
  const forever = new Promise<never>(() => {});
  let silent = false;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits(NO_CACHES),
    rest: {
      ...(apiUrl === null ? {} : { api: apiUrl }),
      timeout: 8_000,
      retries: 2,
      makeRequest: requestWithoutWaiting,
    },
    ws: {
      buildStrategy: (manager) => {
        // A shard asks for its session before each attempt, also when it was destroyed between two: there is no other
        // place to stop it.
        const retrieve = manager.options.retrieveSessionInfo.bind(manager.options);
        manager.options.retrieveSessionInfo = async (shardId) => (silent ? forever : retrieve(shardId));
        return new SimpleShardingStrategy(manager);
      },
    },
  });
  return { client, silence: () => (silent = true) };
}

/** Every cache that discord.js allows to be limited, but for the threads it sweeps by itself. */
const NO_CACHES = Object.freeze({
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
});
