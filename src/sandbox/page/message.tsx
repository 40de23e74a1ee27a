import type { APIApplicationCommand, APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { PageMessage } from "../page-protocol.ts";
import { Attachment } from "./attachment.tsx";
import { AppTag, Avatar } from "./avatar.tsx";
import { Embed } from "./embed.tsx";
import { EyeIcon } from "./icons.tsx";
import { Markdown } from "./markdown-view.tsx";
import { commandAnswered } from "./command-answered.ts";
import { MessageComponents } from "./message-components.tsx";
import { MessageMenu } from "./message-menu.tsx";
import { displayName } from "./names.ts";
import { PageContext } from "./page-context.ts";
import { sentText } from "./time.ts";

interface MessageProps {
  readonly shown: PageMessage;
  /** True directly below a message of the same author: the name is not repeated. */
  readonly continued: boolean;
  /** Commands that can be used on a message. */
  readonly commands: readonly APIApplicationCommand[];
  readonly onCommand: (command: APIApplicationCommand, message: APIMessage) => void;
  readonly onDismiss: (messageId: string) => void;
  /** Null where the persona may not delete it. */
  readonly onDelete: ((messageId: string) => void) | null;
}

/** How long a finger rests on a message until its menu opens, in milliseconds. */
const longPressMs = 500;
const moveTolerance = 10;

export function Message(props: MessageProps): JSX.Element {
  const { shown, continued, commands, onCommand, onDismiss, onDelete } = props;
  const { myId, locale, now } = useContext(PageContext);
  const [menuOpen, setMenuOpen] = useState(false);
  const press = useLongPress(() => setMenuOpen(true));
  const { message, thinking } = shown;
  const ephemeral = shown.ownerId !== null;
  const name = displayName(message.author);
  const forMe = message.mention_everyone || message.mentions.some(({ id }) => id === myId);
  const kinds = [
    "message",
    continued && "message-continued",
    ephemeral && "message-private",
    forMe && "message-for-me",
  ];
  return (
    <li
      class={kinds.filter(Boolean).join(" ")}
      aria-label={`${name}, ${sentText(message.timestamp, locale, now)}`}
      onContextMenu={(event) => {
        if (!thinking && !hasMenuOfItsOwn(event.target)) {
          event.preventDefault();
          setMenuOpen(true);
        }
      }}
      {...(thinking ? {} : press)}
    >
      <InteractionLine message={message} />
      <ReplyLine message={message} />
      {continued ? null : <Avatar user={message.author} />}
      <div class="message-body">
        {!continued && (
          <div class="message-head">
            <span class="message-author">{name}</span>
            {message.author.bot === true && <AppTag />}
            <time dateTime={message.timestamp}>{sentText(message.timestamp, locale, now)}</time>
          </div>
        )}
        {thinking ? <Thinking name={name} /> : <Contents message={message} />}
        {ephemeral && (
          <p class="private-note">
            <EyeIcon /> Only you can see this ·{" "}
            <button type="button" class="link-button" onClick={() => onDismiss(message.id)}>
              Dismiss message
            </button>
          </p>
        )}
      </div>
      {!thinking && (
        <MessageMenu
          message={message}
          commands={commands}
          open={menuOpen}
          onOpen={setMenuOpen}
          onCommand={(command) => onCommand(command, message)}
          onDelete={onDelete === null ? null : () => onDelete(message.id)}
        />
      )}
    </li>
  );
}

/** What a browser's own menu is better for: links, and text that is selected. */
function hasMenuOfItsOwn(target: EventTarget | null): boolean {
  const selected = getSelection()?.isCollapsed === false;
  return selected || (target instanceof Element && target.closest("a, img, textarea, input") !== null);
}

interface LongPress {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/** Not every phone's browser tells of a long press by itself. */
function useLongPress(act: () => void): LongPress {
  const held = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const release = (): void => {
    clearTimeout(held.current?.timer);
    held.current = null;
  };
  useEffect(() => release, []);
  return {
    onPointerDown: ({ pointerType, clientX, clientY, target }) => {
      release();
      if (pointerType === "touch" && !(target instanceof Element && target.closest("button, a, select") !== null)) {
        held.current = { timer: setTimeout(act, longPressMs), x: clientX, y: clientY };
      }
    },
    onPointerMove: ({ clientX, clientY }) => {
      const start = held.current;
      if (start !== null && Math.hypot(clientX - start.x, clientY - start.y) > moveTolerance) {
        release();
      }
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}

function Contents({ message }: { readonly message: APIMessage }): JSX.Element {
  const edited = message.edited_timestamp !== null;
  return (
    <>
      {message.content !== "" && (
        <div class="markdown">
          <Markdown text={message.content} message={message} />
          {edited && <span class="edited"> (edited)</span>}
        </div>
      )}
      {message.embeds.map((embed, place) => (
        <Embed key={place} embed={embed} message={message} />
      ))}
      {message.attachments.map((attachment) => (
        <Attachment key={attachment.id} attachment={attachment} />
      ))}
      {message.content === "" && edited && <p class="edited">(edited)</p>}
      <MessageComponents message={message} />
    </>
  );
}

export function Thinking({ name }: { readonly name: string }): JSX.Element {
  return (
    <p class="thinking" role="status">
      <span class="dots" aria-hidden="true" /> {name} is thinking…
    </p>
  );
}

function InteractionLine({ message }: { readonly message: APIMessage }): JSX.Element | null {
  const asked = commandAnswered(message);
  const { commandName } = useContext(PageContext);
  return (
    asked && (
      <div class="message-context">
        <Avatar user={asked.user} small />
        <span class="message-context-name">{displayName(asked.user)}</span> used{" "}
        <span class="message-context-command">{asked.name === null ? "a command" : commandName(asked.name)}</span>
      </div>
    )
  );
}

/** The first words of a message that another one answers. */
function quoted({ content, embeds }: APIMessage): string {
  const [embed] = embeds;
  const words = content === "" ? (embed?.title ?? embed?.description ?? "") : content;
  return words === "" ? "Click to see attachment" : words.slice(0, 120);
}

function ReplyLine({ message }: { readonly message: APIMessage }): JSX.Element | null {
  const replied = message.referenced_message;
  if (replied === undefined || commandAnswered(message) !== null) {
    return null;
  }
  if (replied === null) {
    return <div class="message-context">Original message was deleted</div>;
  }
  const text = quoted(replied);
  return (
    <div class="message-context">
      <Avatar user={replied.author} small />
      <span class="message-context-name">{displayName(replied.author)}</span>
      <span class="message-context-text">{text}</span>
    </div>
  );
}
