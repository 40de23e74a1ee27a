import type { APIApplicationCommand, APIMessage } from "discord-api-types/v10";
import { Fragment } from "preact";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { commandType } from "./discord-types.ts";
import type { PageMessage } from "../page-protocol.ts";
import { AppTag, Avatar } from "./avatar.tsx";
import { commandAnswered } from "./command-answered.ts";
import { Message } from "./message.tsx";
import { displayName } from "./names.ts";
import type { FailedInteraction, Origin, PageState } from "./state.ts";

interface MessageListProps {
  readonly state: PageState;
  readonly onCommand: (command: APIApplicationCommand, message: APIMessage) => void;
  readonly onDismiss: (messageId: string) => void;
  readonly onForget: (nonce: string) => void;
}

const continuationMs = 7 * 60_000;

/** The channel: its messages, the commands on their way and those that failed. Follows its end unless scrolled away. */
export function MessageList({ state, onCommand, onDismiss, onForget }: MessageListProps): JSX.Element {
  const scroller = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const messages = state.messages.filter(({ channelId }) => channelId === state.channelId);
  const commands = state.commands.filter(({ type }) => type === commandType.message);
  const failures = state.failures.filter(({ origin }) => isHere(origin, state));
  const orphans = failures.filter(({ after }) => !messages.some(({ message }) => message.id === after));

  const follow = (): void => {
    const element = scroller.current;
    if (element !== null && following.current) {
      element.scrollTop = element.scrollHeight;
    }
  };
  useLayoutEffect(follow, [state]);
  useEffect(() => {
    const watch = new ResizeObserver(follow);
    if (scroller.current !== null) {
      watch.observe(scroller.current);
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
            />
            {failures
              .filter(({ after }) => after === shown.message.id)
              .map((failure) => (
                <FailureLine key={failure.nonce} state={state} failure={failure} onForget={onForget} />
              ))}
          </Fragment>
        ))}
        {state.pending.map(({ nonce, origin }) =>
          isHere(origin, state) ? (
            <LocalLine key={nonce} state={state} name={origin.name}>
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
  const name = state.channels.find(({ id }) => id === state.channelId)?.name ?? "";
  return (
    <li class="channel-start">
      <p class="heading heading-1">Welcome to #{name}</p>
      <p>
        This is the beginning of the channel. It lives on this machine alone and is forgotten when the sandbox ends.
      </p>
    </li>
  );
}

type CommandOrigin = Extract<Origin, { type: "command" }>;

function isHere(origin: Origin, state: PageState): origin is CommandOrigin {
  return origin.type === "command" && origin.channelId === state.channelId;
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
function LocalLine({ state: { me, bot }, name, children }: LocalLineProps): JSX.Element {
  return (
    <li class="message message-local">
      {me !== null && (
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
  if (before === undefined || before.ephemeral !== shown.ephemeral || before.thinking || shown.thinking) {
    return false;
  }
  const answers = commandAnswered(shown.message) !== null || (shown.message.referenced_message ?? null) !== null;
  const apart = Date.parse(shown.message.timestamp) - Date.parse(before.message.timestamp);
  return !answers && before.message.author.id === shown.message.author.id && apart < continuationMs;
}
