import type { ChannelPlan } from "./channels.ts";
import { Commands } from "./commands.ts";
import { Files } from "./files.ts";
import { Happenings } from "./happenings.ts";
import { Interactions, type BotRequest } from "./interactions.ts";
import { Messages } from "./messages.ts";
import { Nonces } from "./nonces.ts";
import type { Limits } from "./options.ts";
import { loadSpec, type Spec } from "./rules/spec.ts";
import { Snowflakes } from "./snowflake.ts";
import { World } from "./world.ts";

/** All that the sandbox knows. The API, the gateway and the page are three views of it. */
export interface State {
  readonly limits: Limits;
  readonly now: () => number;
  readonly ids: Snowflakes;
  readonly world: World;
  readonly happenings: Happenings;
  readonly files: Files;
  readonly messages: Messages;
  readonly nonces: Nonces;
  readonly commands: Commands;
  readonly interactions: Interactions;
  /** Whether every edit of a message in a channel is one too many: seconds to wait, as told the bot; null where none is. */
  readonly edits: { refusedFor: number | null };
  /** The bot's latest requests, oldest first. */
  readonly requests: BotRequest[];
  /** Loads at the first call; later calls give the same promise. */
  readonly spec: () => Promise<Spec>;
}

/** @param address where the sandbox listens, known only once it does. */
export function makeState(
  limits: Limits,
  now: () => number,
  channels: readonly ChannelPlan[],
  address: () => string,
): State {
  const ids = new Snowflakes(now);
  const world = new World(ids, now(), channels);
  const happenings = new Happenings();
  const files = new Files(address, limits.storedBytes);
  let spec: Promise<Spec> | undefined;
  return {
    limits,
    now,
    ids,
    world,
    happenings,
    files,
    messages: new Messages(ids, now, files, happenings, limits.messagesPerChannel, (id) => world.userNamed(id)),
    nonces: new Nonces(now, limits.nonceMs),
    commands: new Commands(ids, world.applicationId, happenings),
    interactions: new Interactions(limits, now),
    edits: { refusedFor: null },
    requests: [],
    spec: () => (spec ??= loadSpec()),
  };
}
