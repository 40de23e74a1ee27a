import type { APIApplicationCommand, APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { commandType, permission } from "./discord-types.ts";
import type { FilledOption, PageChannel } from "../page-protocol.ts";
import { ChannelHeader } from "./channel-header.tsx";
import { Composer } from "./composer/composer.tsx";
import type { CommandDraft } from "./composer/draft.ts";
import { commandEntries } from "./composer/entries.ts";
import type { CommandEntry } from "./composer/entries.ts";
import { partialOptions } from "./composer/values.ts";
import type { Directory } from "./composer/values.ts";
import { readFile } from "./conversation-file.ts";
import { ConversationPanel } from "./conversation-panel.tsx";
import { BotForm, ThreadForm } from "./forms.tsx";
import { MessageList } from "./message-list.tsx";
import { channelOf, choosableIn, personaOf, placesOf } from "./moves.ts";
import { displayName } from "./names.ts";
import { isOffered, may, mayDelete, mayWrite } from "./offered.ts";
import { PageContext } from "./page-context.ts";
import type { PageContextValue } from "./page-context.ts";
import { Sidebar } from "./sidebar.tsx";
import type { PageState } from "./state.ts";
import { useNow } from "./use-now.ts";
import { usePage } from "./use-page.ts";

/** The whole page over one socket to `address`. */
export function App({ address }: { readonly address: string }): JSX.Element {
  const page = usePage(address);
  const { state, dispatch, send, ask } = page;
  const [menuOpen, setMenuOpen] = useState(false);
  const [phone, setPhone] = useState(false);
  const [namingThread, setNamingThread] = useState(false);
  const [dropping, setDropping] = useState(false);
  const now = useNow();

  const { channelId, personaId } = state;
  const me = personaOf(state);
  const channel = channelOf(state);
  const locale = me?.locale ?? "en-US";
  const offered = useMemo(
    () => (me === null || channel === null ? [] : state.commands.filter((command) => isOffered(command, me, channel))),
    [state.commands, me, channel],
  );
  const entries = useMemo(() => commandEntries(offered, locale), [offered, locale]);
  const people = useMemo(() => directoryOf(state), [state.personas, state.bot, state.channels, personaId]);
  const context: PageContextValue = {
    locale,
    now,
    myId: personaId,
    botName: state.bot === null ? "the bot" : displayName(state.bot),
    connected: state.connection === "open",
    pending: state.pending,
    failures: state.failures.filter((failure) => failure.personaId === personaId),
    userName: (id) => people.users.find(({ value }) => value === id)?.name,
    commandName: (name) => (isTyped(state.commands, name) ? `/${name}` : name),
    channelName: (id) => people.channels.find(({ value }) => value === id)?.name,
    roleName: (id) => state.roles.find((role) => role.id === id)?.name,
    choosable: choosableIn(state),
    press: (message, customId, componentType, values) => {
      ask({ type: "component", messageId: message.id, customId }, (asking) => ({
        type: "component",
        ...asking,
        channelId,
        messageId: message.id,
        customId,
        componentType,
        values,
      }));
    },
  };

  const runCommand = (entry: CommandEntry, options: readonly FilledOption[]): boolean =>
    ask({ type: "command", channelId, name: `/${entry.label}` }, (asking) => ({
      type: "command",
      ...asking,
      channelId,
      commandId: entry.command.id,
      options,
    }));
  const runOnMessage = (command: APIApplicationCommand, message: APIMessage): void => {
    ask({ type: "command", channelId, name: command.name }, (asking) => ({
      type: "command",
      ...asking,
      channelId,
      commandId: command.id,
      options: [],
      targetId: message.id,
    }));
  };
  const autocomplete = (draft: CommandDraft, focused: string): void => {
    const nonce = crypto.randomUUID();
    const options = partialOptions(draft, people);
    const commandId = draft.entry.command.id;
    if (send({ type: "autocomplete", nonce, personaId, channelId, commandId, options, focused })) {
      dispatch({ type: "proposals-wanted", nonce });
    }
  };
  const deed = { type: "deed", channelId, deed: "other" } as const;
  const play = async (file: File): Promise<void> => {
    const nonce = crypto.randomUUID();
    dispatch({ type: "play-started", nonce, name: file.name });
    const read = await readFile(file);
    if (!read.ok) {
      dispatch({ type: "failed", nonce, reason: read.problem });
    } else if (!send({ type: "play", nonce, text: read.text })) {
      dispatch({ type: "failed", nonce, reason: "Not connected: nothing was played." });
    }
  };
  const canThread = me !== null && channel?.kind === "text" && may(me, channel, permission.startThreads);
  const canDelete = me !== null && channel !== null && mayDelete(me, channel);

  return (
    <PageContext.Provider value={context}>
      <div class={phone ? "frame frame-phone" : "frame"}>
        <div
          class={dropping ? "app app-dropping" : "app"}
          onKeyDown={(event) => {
            if (menuOpen && event.key === "Escape") {
              setMenuOpen(false);
            }
          }}
          onDragOver={(event) => {
            event.preventDefault();
            setDropping(true);
          }}
          onDragLeave={() => setDropping(false)}
          onDrop={(event) => {
            setDropping(false);
            // Whatever lies below has taken the file.
            if (event.defaultPrevented) {
              return;
            }
            event.preventDefault();
            const file = event.dataTransfer?.files[0];
            if (file !== undefined) {
              void play(file);
            }
          }}
        >
          <Sidebar
            state={state}
            open={menuOpen}
            onChannel={(id) => {
              dispatch({ type: "channel-chosen", channelId: id });
              setMenuOpen(false);
            }}
            onPersona={(id) => dispatch({ type: "persona-chosen", personaId: id })}
            onClosed={(closed) => send({ type: "close-direct", personaId, closed })}
          />
          <main
            class="channel-view"
            onClickCapture={(event) => {
              if (menuOpen && !(event.target instanceof Element && event.target.closest(".menu-button"))) {
                setMenuOpen(false);
              }
            }}
          >
            <ChannelHeader
              channel={channel}
              topic={channel === null ? "" : topicOf(channel, state)}
              locale={locale}
              sidebarOpen={menuOpen}
              phone={phone}
              onSidebar={() => setMenuOpen(!menuOpen)}
              onLocale={(code) => send({ type: "locale", personaId, locale: code })}
              onPhone={() => setPhone(!phone)}
              onThread={canThread ? () => setNamingThread(true) : null}
              onDelete={
                canDelete ? () => ask(deed, (asking) => ({ type: "delete-channel", ...asking, channelId })) : null
              }
              onFile={(file) => void play(file)}
            />
            <p class="connection" role="status">
              {connectionNotice(state)}
            </p>
            <MessageList
              state={state}
              commands={offered}
              onCommand={runOnMessage}
              onDismiss={(messageId) => send({ type: "dismiss", personaId, messageId })}
              onDelete={(messageId) => ask(deed, (asking) => ({ type: "delete-message", ...asking, messageId }))}
              onForget={(nonce) => dispatch({ type: "failure-dismissed", nonce })}
            />
            {state.play !== null && (
              <ConversationPanel
                play={state.play}
                onStop={() => send({ type: "stop-playing", nonce: state.play?.nonce ?? "" })}
                onClose={() => dispatch({ type: "play-closed" })}
              />
            )}
            {me !== null && channel !== null && !mayWrite(me, channel) ? (
              <p class="composer-closed">You do not have permission to send messages in this channel.</p>
            ) : (
              <Composer
                key={personaId}
                entries={entries}
                directory={people}
                proposals={state.proposals}
                onCommand={runCommand}
                onSay={(content) => ask(deed, (asking) => ({ type: "say", ...asking, channelId, content }))}
                onSample={(sample) => ask(deed, (asking) => ({ type: "post-sample", ...asking, channelId, sample }))}
                onAutocomplete={autocomplete}
                onProposalsClosed={() => dispatch({ type: "proposals-closed" })}
              />
            )}
          </main>
          <BotForm page={page} />
          {namingThread && <ThreadForm page={page} onClose={() => setNamingThread(false)} />}
        </div>
      </div>
    </PageContext.Provider>
  );
}

function topicOf({ kind, parentId }: PageChannel, { guildName, channels }: PageState): string {
  switch (kind) {
    case "thread":
      return `A thread of #${channels.find(({ id }) => id === parentId)?.name ?? ""}`;
    case "direct":
      return "Direct messages with the bot";
    case "group":
      return "A conversation without the bot";
    case "foreign":
      return "A server without the bot";
    case "text":
    default:
      return guildName;
  }
}

function connectionNotice(state: PageState): string {
  switch (state.connection) {
    case "connecting":
      return "Connecting to the sandbox…";
    case "lost":
      return "The sandbox has gone away. Trying to reach it again…";
    case "open":
    default:
      return state.bot === null ? "No bot is connected yet." : "";
  }
}

function directoryOf(state: PageState): Directory {
  const users = [...state.personas.map(({ user }) => user), state.bot].filter((user) => user !== null);
  return {
    users: users.map((user) => ({ name: displayName(user), value: user.id })),
    channels: placesOf(state).map(({ id, name }) => ({ name, value: id })),
  };
}

function isTyped(commands: readonly APIApplicationCommand[], name: string): boolean {
  return commands.some(
    (command) => command.type === commandType.slash && (name === command.name || name.startsWith(`${command.name} `)),
  );
}
