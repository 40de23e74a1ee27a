import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { markdownCopy } from "./markdown-copy-text.ts";
import { privateNote } from "../text/note.ts";
import type { Retold } from "./publication-reply.ts";

/** Characters of Markdown that are shown in the message too, to be copied without opening a file. */
const SHORT = 1_500;

/** A publication as a Markdown file; a short one in the message too. */
export function markdownCopyReply(words: Words, retold: Retold): Reply {
  const text = markdownCopy(words, retold);
  // Every backtick of the text is escaped, so that none of it can end the block.
  const block = text.length <= SHORT ? `\n\`\`\`md\n${text}\`\`\`` : "";
  return {
    ...privateNote(`${words.say("copy.what")}${block}`),
    attachments: [{ name: `${retold.kind}.md`, text }],
  };
}
