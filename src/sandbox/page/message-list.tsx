import type { APIApplicationCommand, APIMessage } from "discord-api-types/v10";
import { Fragment } from "preact";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { commandType, permission } from "./discord-types.ts";
import type { PageChannel, PageMessage } from "../page-protocol.ts";
import { AppTag, Avatar } from "./avatar.tsx";
import { commandAnswered } from "./command-answered.ts";
import { Message } from "./message.tsx";
import { channelOf, messagesSeen, personaOf } from "./moves.ts";
import { displayName } from "./names.ts";
import { may } from "./offered.ts";
import type { FailedInteraction, PageState, Pending } from "./state.ts";

interface MessageListProps {
  readonly state: PageState;
  /** What the persona is offered here. */
  readonly commands: readonly APIApplicationCommand[];
  readonly onCommand: (command: APIApplicationCommand, message: APIMessage) => void;
  readonly onDismiss: (messageId: string) => void;
  readonly onDelete: (messageId: string) => void;
  readonly onForget: (nonce: string) => void;
}

const continuationMs = 7 * 60_000;

/** The channel: its messages, the commands on their way and those that failed. Follows its end unless scrolled away. */
export function MessageList(props: MessageListProps): JSX.Element {
  const { state, commands: offered, onCommand, onDismiss, onDelete, onForget } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const messages = messagesSeen(state);
  const commands = offered.filter(({ type }) => type === commandType.message);
  const failures = state.failures.filter((failure) => isHere(failure, state));
  const orphans = failures.filter(({ after }) => !messages.some(({ message }) => message.id === after));

  const follow = (): void => {
    const element = scroller.current;
    if (element !== null && following.current) {
      element.scrollTop = element.scrollHeight;
    }
  };
  useLayoutEffect(follow, [state]);
  useEffect(() => {
    // What is inside grows too: pictures arrive, files are opened.
    const watch = new ResizeObserver(follow);
    for (const element of [scroller.current, scroller.current?.firstElementChild]) {
      if (element instanceof Element) {
        watch.observe(element);
      }
    }
    return () => watch.disconnect();
  }, []);

  return (
    <div
      ref={scroller}
      class="messages"
      tabIndex={0}
      role="log"
      aria-live="polite"
      aria-relevant="additions text"
      aria-label="Messages"
      onScroll={({ currentTarget }) => {
        const { scrollTop, scrollHeight, clientHeight } = currentTarget;
        following.current = scrollHeight - scrollTop - clientHeight < 80;
      }}
    >
      <ol class="message-list">
        {state.channelId !== "" && <ChannelStart state={state} />}
        {orphans.map((failure) => (
          <FailureLine key={failure.nonce} state={state} failure={failure} onForget={onForget} />
        ))}
        {messages.map((shown, place) => (
          <Fragment key={shown.message.id}>
            <Message
              shown={shown}
              continued={continues(messages[place - 1], shown)}
              commands={commands}
              onCommand={onCommand}
              onDismiss={onDismiss}
              onDelete={mayDeleteMessage(state, shown) ? onDelete : null}
            />
            {failures
              .filter(({ after }) => after === shown.message.id)
              .map((failure) => (
                <FailureLine key={failure.nonce} state={state} failure={failure} onForget={onForget} />
              ))}
          </Fragment>
        ))}
        {state.pending.map((pending) =>
          isHere(pending, state) && pending.origin.type === "command" ? (
            <LocalLine key={pending.nonce} state={state} name={pending.origin.name}>
              <p class="thinking">
                <span class="dots" aria-hidden="true" /> Sending command…
              </p>
            </LocalLine>
          ) : null,
        )}
      </ol>
    </div>
  );
}

function ChannelStart({ state }: { readonly state: PageState }): JSX.Element {
  const channel = channelOf(state);
  return (
    <li class="channel-start">
      <p class="heading heading-1">{channel === null ? "" : beginningOf(channel)}</p>
      <p>
        This is the beginning. It lives on this machine alone and is forgotten when the sandbox ends.
        {channel?.kind === "group" || channel?.kind === "foreign"
          ? " The bot is no member here: only commands of apps that a person installs can be used."
          : ""}
      </p>
    </li>
  );
}

function beginningOf({ kind, name }: PageChannel): string {
  if (kind === "direct") {
    return `You and ${name}`;
  }
  return kind === "text" || kind === "foreign" ? `Welcome to #${name}` : name;
}

/** Whether something the persona did in the open channel stands there as a line of its own. */
function isHere({ origin, personaId }: Pending, state: PageState): boolean {
  const placed = origin.type === "command" || origin.type === "deed";
  return placed && origin.channelId === state.channelId && personaId === state.personaId;
}

function mayDeleteMessage(state: PageState, { message, ownerId }: PageMessage): boolean {
  const persona = personaOf(state);
  const channel = channelOf(state);
  if (persona === null || channel === null || ownerId !== null) {
    return false;
  }
  const managed = channel.kind === "text" || channel.kind === "thread";
  return message.author.id === persona.user.id || (managed && may(persona, channel, permission.manageMessages));
}

interface FailureLineProps {
  readonly state: PageState;
  readonly failure: FailedInteraction;
  readonly onForget: (nonce: string) => void;
}

function FailureLine({ state, failure, onForget }: FailureLineProps): JSX.Element {
  return (
    <LocalLine state={state} name={failure.origin.type === "command" ? failure.origin.name : ""}>
      <p class="failure">{failure.reason}</p>
      <p class="private-note">
        Only you can see this ·{" "}
        <button type="button" class="link-button" onClick={() => onForget(failure.nonce)}>
          Dismiss message
        </button>
      </p>
    </LocalLine>
  );
}

interface LocalLineProps {
  readonly state: PageState;
  readonly name: string;
  readonly children: JSX.Element | readonly JSX.Element[];
}

/** A line only this page knows of: a command that has no message yet, or never will. */
function LocalLine({ state, name, children }: LocalLineProps): JSX.Element {
  const { bot } = state;
  const me = personaOf(state);
  return (
    <li class="message message-local">
      {me !== null && name !== "" && (
        <div class="message-context">
          <Avatar user={me.user} small />
          <span class="message-context-name">{displayName(me.user)}</span> used{" "}
          <span class="message-context-command">{name}</span>
        </div>
      )}
      {bot === null ? <span class="avatar avatar-none" /> : <Avatar user={bot} />}
      <div class="message-body">
        <div class="message-head">
          <span class="message-author">{bot === null ? "The bot" : displayName(bot)}</span>
          <AppTag />
        </div>
        {children}
      </div>
    </li>
  );
}

function continues(before: PageMessage | undefined, shown: PageMessage): boolean {
  if (before === undefined || before.ownerId !== shown.ownerId || before.thinking || shown.thinking) {
    return false;
  }
  const answers = commandAnswered(shown.message) !== null || (shown.message.referenced_message ?? null) !== null;
  const apart = Date.parse(shown.message.timestamp) - Date.parse(before.message.timestamp);
  return !answers && before.message.author.id === shown.message.author.id && apart < continuationMs;
}
