import type { APIApplicationCommand, APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { commandType } from "./discord-types.ts";
import type { FilledOption, FromPage } from "../page-protocol.ts";
import { ChannelHeader } from "./channel-header.tsx";
import { Composer } from "./composer/composer.tsx";
import type { CommandDraft } from "./composer/draft.ts";
import { commandEntries } from "./composer/entries.ts";
import type { CommandEntry } from "./composer/entries.ts";
import { partialOptions } from "./composer/values.ts";
import type { Directory } from "./composer/values.ts";
import { connect } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { MessageList } from "./message-list.tsx";
import { ModalDialog } from "./modal-dialog.tsx";
import { displayName } from "./names.ts";
import { PageContext } from "./page-context.ts";
import type { PageContextValue } from "./page-context.ts";
import { Sidebar } from "./sidebar.tsx";
import { initialState, reduce } from "./state.ts";
import type { Origin, PageState } from "./state.ts";

/** The whole page over one socket to `address`. */
export function App({ address }: { readonly address: string }): JSX.Element {
  const [state, dispatch] = useReducer(reduce, initialState);
  const [locale, setLocale] = useState("en-US");
  const [menuOpen, setMenuOpen] = useState(false);
  const now = useNow();
  const connection = useRef<Connection | null>(null);
  useEffect(() => {
    const opened = connect(address, {
      received: dispatch,
      changed: (connection) => dispatch({ type: "connection", connection }),
    });
    connection.current = opened;
    return () => opened.close();
  }, [address]);
  useEffect(() => {
    if (state.connection === "open") {
      connection.current?.send({ type: "locale", locale });
    }
  }, [locale, state.connection]);

  const say = (message: FromPage): boolean => connection.current?.send(message) ?? false;
  const interact = (origin: Origin, message: (nonce: string) => FromPage): boolean => {
    const nonce = crypto.randomUUID();
    const wasSent = say(message(nonce));
    if (wasSent) {
      dispatch({ type: "sent", pending: { nonce, origin } });
    }
    return wasSent;
  };

  const { channelId } = state;
  const entries = useMemo(() => commandEntries(state.commands, locale), [state.commands, locale]);
  const people = useMemo(() => directoryOf(state), [state.me, state.bot, state.channels]);
  const context: PageContextValue = {
    locale,
    now,
    myId: state.me?.user.id ?? "",
    botName: state.bot === null ? "the bot" : displayName(state.bot),
    connected: state.connection === "open",
    pending: state.pending,
    failures: state.failures,
    userName: (id) => people.users.find(({ value }) => value === id)?.name,
    commandName: (name) => (isTyped(state.commands, name) ? `/${name}` : name),
    channelName: (id) => people.channels.find(({ value }) => value === id)?.name,
    press: (message, customId, componentType, values) => {
      interact({ type: "component", messageId: message.id, customId }, (nonce) => ({
        type: "component",
        nonce,
        channelId,
        messageId: message.id,
        customId,
        componentType,
        values,
      }));
    },
  };

  const runCommand = (entry: CommandEntry, options: readonly FilledOption[]): boolean =>
    interact({ type: "command", channelId, name: `/${entry.label}` }, (nonce) => ({
      type: "command",
      nonce,
      channelId,
      commandId: entry.command.id,
      options,
    }));
  const runOnMessage = (command: APIApplicationCommand, message: APIMessage): void => {
    interact({ type: "command", channelId, name: command.name }, (nonce) => ({
      type: "command",
      nonce,
      channelId,
      commandId: command.id,
      options: [],
      targetId: message.id,
    }));
  };
  const autocomplete = (draft: CommandDraft, focused: string): void => {
    const nonce = crypto.randomUUID();
    const options = partialOptions(draft, people);
    if (say({ type: "autocomplete", nonce, channelId, commandId: draft.entry.command.id, options, focused })) {
      dispatch({ type: "proposals-wanted", nonce });
    }
  };
  const channelName = context.channelName(channelId) ?? "";

  return (
    <PageContext.Provider value={context}>
      <div
        class="app"
        onKeyDown={(event) => {
          if (menuOpen && event.key === "Escape") {
            setMenuOpen(false);
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
            channelName={channelName}
            guildName={state.guildName}
            locale={locale}
            menuOpen={menuOpen}
            onMenu={() => setMenuOpen(!menuOpen)}
            onLocale={setLocale}
          />
          <p class="connection" role="status">
            {connectionNotice(state)}
          </p>
          <MessageList
            state={state}
            onCommand={runOnMessage}
            onDismiss={(messageId) => say({ type: "dismiss", messageId })}
            onForget={(nonce) => dispatch({ type: "failure-dismissed", nonce })}
          />
          <Composer
            entries={entries}
            directory={people}
            proposals={state.proposals}
            onCommand={runCommand}
            onSay={(content) => say({ type: "say", channelId, content })}
            onAutocomplete={autocomplete}
            onProposalsClosed={() => dispatch({ type: "proposals-closed" })}
          />
        </main>
        <Form state={state} onSubmit={interact} onClose={() => dispatch({ type: "modal-closed" })} />
      </div>
    </PageContext.Provider>
  );
}

interface FormProps {
  readonly state: PageState;
  readonly onSubmit: (origin: Origin, message: (nonce: string) => FromPage) => boolean;
  readonly onClose: () => void;
}

function Form({ state, onSubmit, onClose }: FormProps): JSX.Element | null {
  const { modal, pending, failures } = state;
  return (
    modal && (
      <ModalDialog
        key={modal.modalId}
        open={modal}
        waiting={pending.some(({ origin }) => origin.type === "modal-submit")}
        problem={failures.find(({ origin }) => origin.type === "modal-submit")?.reason ?? null}
        onSubmit={(values) =>
          onSubmit({ type: "modal-submit" }, (nonce) => ({
            type: "modal-submit",
            nonce,
            modalId: modal.modalId,
            values,
          }))
        }
        onClose={onClose}
      />
    )
  );
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

function directoryOf({ me, bot, channels }: PageState): Directory {
  const users = [me?.user ?? null, bot].filter((user) => user !== null);
  return {
    users: users.map((user) => ({ name: displayName(user), value: user.id })),
    channels: channels.map(({ id, name }) => ({ name, value: id })),
  };
}

function isTyped(commands: readonly APIApplicationCommand[], name: string): boolean {
  return commands.some(
    (command) => command.type === commandType.slash && (name === command.name || name.startsWith(`${command.name} `)),
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Math.floor(Date.now() / 1000));
  useEffect(() => {
    const timer = setInterval(() => setNow(Math.floor(Date.now() / 1000)), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
