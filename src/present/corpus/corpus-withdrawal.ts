import { createHash } from "node:crypto";
import type { Article } from "../../domain/article.ts";
import type { Choice } from "../../domain/command.ts";
import type { WithdrawnArticle } from "../../domain/keeping.ts";
import type { ActionRef, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { articleChoice } from "../text/choices.ts";
import { articleNamed, shortText, titled } from "./corpus-names.ts";
import { LIMITS } from "../text/limits.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { privateNote } from "../text/note.ts";
import { labelled } from "../posts/summary-controls.ts";
import { commandName } from "../text/words.ts";

/** Characters of a reason: even escaped it stands whole above the question whether to withdraw, where its button finds it. */
export const REASON_LENGTH = LIMITS.embed.titleLength / 2;
const KEY_LENGTH = 12;

/** A short name of an article, whatever the length of its id, for the state of a button. */
export function articleKey({ id }: Pick<Article, "id">): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, KEY_LENGTH);
}

/** Asks whether an article is to be withdrawn, and says what that means. @param reason plain text */
export function withdrawSureReply(
  words: Words,
  article: Article,
  reason: string,
  refs: { readonly sure: ActionRef; readonly keep: ActionRef },
): Reply {
  return {
    ...privateNote(
      words.say("withdraw.sure", {
        article: escapeMarkdown(articleNamed(words, article)),
        command: commandName(words, "corpus", "restore"),
      }),
    ),
    title: reason,
    controls: [
      {
        type: "buttons",
        buttons: [
          { ...labelled(words, "button.withdraw", refs.sure), weight: "strong" },
          labelled(words, "button.keep-article", refs.keep),
        ],
      },
    ],
  };
}

export function articleStaysReply(words: Words, article: Article): Reply {
  return privateNote(escapeMarkdown(words.say("withdraw.stays", { article: articleNamed(words, article) })));
}

/** Told where the article that a button means is not there any more. */
export function articleGoneReply(words: Words): Reply {
  return privateNote(
    words.say("withdraw.other-article", { command: commandName(words, "corpus", "withdraw") }),
    "failure",
  );
}

export function noneWithdrawnReply(words: Words, wanted: string): Reply {
  return privateNote(escapeMarkdown(words.say("restore.none", { wanted: titled(words, wanted) })), "failure");
}

/** A withdrawn article as it is proposed while someone types. */
export function withdrawnChoice(words: Words, { id, article }: WithdrawnArticle): Choice {
  if (article !== null) return { ...articleChoice(words, article), value: id };
  return { label: shortText(id, LIMITS.autocomplete.labelLength), value: id };
}
