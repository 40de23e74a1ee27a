import type { APIMessage } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useContext, useMemo, useState } from "preact/hooks";
import { parseMarkdown, parseTitle } from "./markdown/parse.ts";
import type { MarkdownNode } from "./markdown/tree.ts";
import { PageContext } from "./page-context.ts";
import { timestampText } from "./time.ts";

interface MarkdownProps {
  readonly text: string;
  /** Whose mention lists say which mentions reached anybody. */
  readonly message?: APIMessage | undefined;
  readonly titleOnly?: boolean;
}

type Nodes = readonly MarkdownNode[];

/** A text of the bot's or a person's, as Discord shows it. Made of elements only: no text is ever read as HTML. */
export function Markdown({ text, message, titleOnly = false }: MarkdownProps): JSX.Element {
  const nodes = useMemo(() => (titleOnly ? parseTitle(text) : parseMarkdown(text)), [text, titleOnly]);
  return <Pieces nodes={nodes} message={message} />;
}

function Pieces({ nodes, message }: { readonly nodes: Nodes; readonly message: APIMessage | undefined }): JSX.Element {
  return (
    <>
      {nodes.map((node, place) => (
        <Piece key={place} node={node} message={message} />
      ))}
    </>
  );
}

interface PieceProps {
  readonly node: MarkdownNode;
  readonly message: APIMessage | undefined;
}

function Piece({ node, message }: PieceProps): JSX.Element {
  const inside = (children: Nodes): JSX.Element => <Pieces nodes={children} message={message} />;
  switch (node.type) {
    case "text":
      return <>{node.text}</>;
    case "strong":
      return <strong>{inside(node.children)}</strong>;
    case "emphasis":
      return <em>{inside(node.children)}</em>;
    case "underline":
      return <u>{inside(node.children)}</u>;
    case "strike":
      return <s>{inside(node.children)}</s>;
    case "spoiler":
      return <Spoiler>{inside(node.children)}</Spoiler>;
    case "subtext":
      return <small class="subtext">{inside(node.children)}</small>;
    case "quote":
      return <blockquote>{inside(node.children)}</blockquote>;
    case "heading":
      // The page's own headings are h1 and h2.
      return (
        <div class={`heading heading-${node.level}`} role="heading" aria-level={node.level + 2}>
          {inside(node.children)}
        </div>
      );
    case "list": {
      const items = node.items.map((item, place) => <li key={place}>{inside(item)}</li>);
      return node.start === null ? <ul>{items}</ul> : <ol start={node.start}>{items}</ol>;
    }
    case "code":
      return <code>{node.text}</code>;
    case "code-block":
      return (
        <pre data-language={node.language}>
          <code>{node.text}</code>
        </pre>
      );
    case "link":
      return (
        <a href={node.url} title={node.url} target="_blank" rel="noopener noreferrer">
          {inside(node.children)}
        </a>
      );
    case "timestamp":
      return <Timestamp node={node} />;
    case "emoji":
      return <span class="emoji">:{node.name}:</span>;
    case "command":
      return <span class="mention">/{node.name}</span>;
    case "user":
    case "role":
    case "channel":
    case "everyone":
    default:
      return <Mention node={node} message={message} />;
  }
}

function Spoiler({ children }: { readonly children: JSX.Element }): JSX.Element {
  const [shown, setShown] = useState(false);
  return shown ? (
    <span class="spoiler spoiler-shown">{children}</span>
  ) : (
    <button type="button" class="spoiler" aria-label="Spoiler: show" onClick={() => setShown(true)}>
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

function Timestamp({ node }: { readonly node: Extract<MarkdownNode, { type: "timestamp" }> }): JSX.Element {
  const { locale, now } = useContext(PageContext);
  const { seconds, style } = node;
  return (
    <time dateTime={new Date(seconds * 1000).toISOString()} title={timestampText(seconds, "F", locale, now)}>
      {timestampText(seconds, style, locale, now)}
    </time>
  );
}

function Mention({
  node,
  message,
}: {
  readonly node: Extract<MarkdownNode, { type: "user" | "role" | "channel" | "everyone" }>;
  readonly message: APIMessage | undefined;
}): JSX.Element {
  const { userName, channelName, roleName } = useContext(PageContext);
  switch (node.type) {
    case "everyone":
      return message?.mention_everyone === true ? <span class="mention">@{node.name}</span> : <>@{node.name}</>;
    case "channel":
      return <span class="mention">#{channelName(node.id) ?? "unknown"}</span>;
    case "role":
      return (
        <span class={mentionClass(message?.mention_roles.includes(node.id))}>
          @{roleName(node.id) ?? "unknown-role"}
        </span>
      );
    case "user":
    default: {
      const reached = message?.mentions.some(({ id }) => id === node.id);
      return <span class={mentionClass(reached)}>@{userName(node.id) ?? "unknown-user"}</span>;
    }
  }
}

function mentionClass(reached: boolean | undefined): string {
  return reached === true ? "mention" : "mention mention-quiet";
}
