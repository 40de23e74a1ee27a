import { setTimeout as sleep } from "node:timers/promises";
import {
  ApplicationCommandType,
  ComponentType,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
} from "discord-api-types/v10";
import type { Client } from "../client/client.ts";
import { usableOn, type Usable } from "../client/components.ts";
import { SandboxUser, type Outcome } from "../client/user.ts";
import type { PlayedStep } from "../page-protocol.ts";
import type { State } from "../state.ts";
import { deedInWords, outcomeInWords } from "./words.ts";
import type { Conversation, Deed, PlaceName, Step } from "./conversation.ts";

/** How a conversation is played. */
export interface Playing {
  /** Ends it before the next step. */
  readonly signal: AbortSignal;
  /** Between two steps, so that somebody can watch. */
  readonly pauseMs: number;
  /** Hears of each step once it has been played. */
  readonly tell: (step: PlayedStep) => void;
}

/** What came of a step: the outcome where the bot was asked, else whether it could be done. */
type Came = Outcome | { readonly type: "done" } | { readonly type: "impossible"; readonly reason: string };

interface Stage {
  user: SandboxUser;
  channelId: string;
  /** The thread last started. */
  threadId: string | null;
  locale: Step["locale"];
  /** The form last opened. */
  form: { readonly id: string; readonly modal: APIModalInteractionResponseCallbackData } | null;
}

const done = { type: "done" } as const;

/** Plays a conversation step by step, going on after a step that failed. @returns what came of each step played. */
export async function playConversation(
  state: State,
  client: Client,
  conversation: Conversation,
  { signal, pauseMs, tell }: Playing,
): Promise<readonly PlayedStep[]> {
  const played: PlayedStep[] = [];
  const stage: Stage = {
    user: new SandboxUser(state, client, state.world.me),
    channelId: state.world.textChannels[0]?.id ?? "",
    threadId: null,
    locale: null,
    form: null,
  };
  for (const [index, step] of conversation.steps.entries()) {
    if (index > 0) await pause(pauseMs, signal);
    if (signal.aborted) break;
    const problem = setStage(state, client, stage, step);
    const came = problem === null ? await perform(state, stage, step.deed, signal) : impossible(problem);
    const told: PlayedStep = {
      number: index + 1,
      count: conversation.steps.length,
      deed: deedInWords(step.deed),
      came: came.type === "done" ? "Done." : came.type === "impossible" ? came.reason : outcomeInWords(came),
      ok: came.type !== "impossible" && came.type !== "refused" && came.type !== "failed",
      personaId: stage.user.user.id,
      channelId: stage.channelId,
    };
    played.push(told);
    tell(told);
  }
  return played;
}

/** Brings the person, the language and the place of a step about. @returns what is not there, or null. */
function setStage(state: State, client: Client, stage: Stage, step: Step): string | null {
  if (step.as !== null) {
    const person = state.world.people.named(step.as);
    if (person === undefined) return `There is no persona “${step.as}”.`;
    stage.user = new SandboxUser(state, client, person);
  }
  if (step.locale !== null) stage.locale = step.locale;
  if (step.place === null) return null;
  const channelId = placeId(state, stage, step.place);
  if (channelId === null) return "There is no such place.";
  stage.channelId = channelId;
  return null;
}

function placeId(state: State, stage: Stage, place: PlaceName): string | null {
  if (place === "direct") return stage.user.directChannelId;
  if (place === "thread") return stage.threadId;
  const channels = [...state.world.channels.values()];
  const found =
    typeof place === "string"
      ? channels.find(({ kind }) => kind === place)
      : channels.find(({ kind, name }) => kind === "text" && name === place.channel);
  return found?.id ?? null;
}

async function perform(state: State, stage: Stage, deed: Deed, signal: AbortSignal): Promise<Came> {
  const { user, channelId } = stage;
  const place = { channelId, ...(stage.locale === null ? {} : { locale: stage.locale }) };
  switch (deed.type) {
    case "command":
      return remember(stage, await user.slash(deed.name, deed.options, place));
    case "press": {
      const found = newest(user, channelId, (message) => usableOn(message).find((one) => labelOf(one) === deed.label));
      if (found === null) return impossible(`No message here has a button “${deed.label}”.`);
      return remember(stage, await user.press(found.message, found.value.custom_id, place));
    }
    case "choose": {
      const found = newest(user, channelId, (message) => user.choosable(message.id, deed.labels));
      if (found === null) return impossible(`No message here lets one choose ${deed.labels.join(", ")}.`);
      return remember(stage, await user.select(found.message, found.value.customId, found.value.values, place));
    }
    case "fill": {
      const { form } = stage;
      if (form === null) return impossible("No form is open.");
      stage.form = null;
      return remember(stage, await user.submitModal(form.id, byId(form.modal, deed.fields), place));
    }
    case "message-command": {
      const shown = shownName(state, deed.name);
      const { on } = deed;
      const found = newest(user, channelId, (message) => on === null || textOf(message).includes(on) || undefined);
      if (found === null) return impossible("There is no such message here.");
      return remember(stage, await user.messageCommand(shown, found.message, place));
    }
    case "say":
      return attempt(() => user.say(deed.content, place));
    case "thread":
      return attempt(() => {
        stage.threadId = user.startThread(deed.name, place);
        stage.channelId = stage.threadId;
      });
    case "wait":
  }
  await pause(deed.ms, signal);
  return done;
}

function remember(stage: Stage, outcome: Outcome): Outcome {
  if (outcome.type === "modal") stage.form = { id: outcome.modalId, modal: outcome.modal };
  return outcome;
}

/** The newest message a person sees for which `pick` finds something. */
function newest<T>(
  user: SandboxUser,
  channelId: string,
  pick: (message: APIMessage) => T | undefined,
): { readonly message: APIMessage; readonly value: T } | null {
  for (const message of user.sees(channelId).toReversed()) {
    const value = pick(message);
    if (value !== undefined) return { message, value };
  }
  return null;
}

function labelOf(component: Usable): string | undefined {
  return component.type === ComponentType.Button && "label" in component ? component.label : undefined;
}

/** Fields go by the label people see; their ids are taken too. */
function byId(
  modal: APIModalInteractionResponseCallbackData,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const ids = new Map<string, string>();
  for (const part of modal.components) {
    if (part.type === ComponentType.Label) ids.set(part.label, part.component.custom_id);
    if (part.type !== ComponentType.ActionRow) continue;
    for (const input of part.components) ids.set(input.label ?? input.custom_id, input.custom_id);
  }
  return Object.fromEntries(Object.entries(fields).map(([label, value]) => [ids.get(label) ?? label, value]));
}

/** A message command by the name registered, or by one of its names in other languages. */
function shownName(state: State, wanted: string): string {
  const commands = state.commands.all.filter(({ type }) => type === ApplicationCommandType.Message);
  const found = commands.find(
    ({ name, name_localizations: others }) => name === wanted || Object.values(others ?? {}).includes(wanted),
  );
  return found?.name ?? wanted;
}

function textOf({ content, embeds }: APIMessage): string {
  return [content, ...embeds.flatMap(({ title, description }) => [title ?? "", description ?? ""])].join("\n");
}

function attempt(act: () => unknown): Came {
  try {
    act();
    return done;
  } catch (error) {
    if (error instanceof RangeError) return impossible(error.message);
    throw error;
  }
}

function impossible(reason: string): Came {
  return { type: "impossible", reason };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, null, { signal }).catch(() => null);
}
