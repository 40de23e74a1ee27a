import type { APIApplicationCommand, APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useContext } from "preact/hooks";
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
}

export function Message({ shown, continued, commands, onCommand, onDismiss }: MessageProps): JSX.Element {
  const { myId, locale, now } = useContext(PageContext);
  const { message, ephemeral, thinking } = shown;
  const name = displayName(message.author);
  const forMe = message.mention_everyone || message.mentions.some(({ id }) => id === myId);
  const kinds = [
    "message",
    continued && "message-continued",
    ephemeral && "message-private",
    forMe && "message-for-me",
  ];
  return (
    <li class={kinds.filter(Boolean).join(" ")} aria-label={`${name}, ${sentText(message.timestamp, locale, now)}`}>
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
        <MessageMenu message={message} commands={commands} onCommand={(command) => onCommand(command, message)} />
      )}
    </li>
  );
}

function Contents({ message }: { readonly message: APIMessage }): JSX.Element {
  return (
    <>
      {message.content !== "" && (
        <div class="markdown">
          <Markdown text={message.content} message={message} />
          {message.edited_timestamp !== null && <span class="edited"> (edited)</span>}
        </div>
      )}
      {message.embeds.map((embed, place) => (
        <Embed key={place} embed={embed} message={message} />
      ))}
      {message.attachments.map((attachment) => (
        <Attachment key={attachment.id} attachment={attachment} />
      ))}
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

function ReplyLine({ message }: { readonly message: APIMessage }): JSX.Element | null {
  const replied = message.referenced_message;
  if (replied === undefined || replied === null || commandAnswered(message) !== null) {
    return null;
  }
  const text = replied.content === "" ? "Click to see attachment" : replied.content.slice(0, 120);
  return (
    <div class="message-context">
      <Avatar user={replied.author} small />
      <span class="message-context-name">{displayName(replied.author)}</span>
      <span class="message-context-text">{text}</span>
    </div>
  );
}
