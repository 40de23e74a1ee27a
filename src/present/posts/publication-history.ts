import type { LogEntry } from "../../domain/log.ts";
import type { Publication } from "../../domain/publication.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { messageUrl } from "./draft-outcome.ts";
import { lineOption, refsOf, row, sureControls } from "./draft-panel.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { publicationTitle } from "./publication-title.ts";
import { labelled, selectRow } from "./summary-controls.ts";

const PERSON = /^\d{1,20}$/u;

/** What moderators can do with what was posted. @param notice Markdown: what came of what was pressed; empty for nothing */
export function manageReply(words: Words, post: Publication, notice: string): Reply {
  const ref = refsOf(post);
  const url = messageUrl(post);
  const standing = post.lines.filter(({ correction }) => correction === null);
  const options = post.lines.flatMap((line, place) => (line.correction === null ? lineOption(line, place) : []));
  return {
    ...privateNote(
      paragraphs([
        notice === "" ? "" : `**${notice}**`,
        url ?? "",
        words.say(standing.length === 0 ? "manage.nothing-stands" : "manage.what"),
      ]),
    ),
    title: publicationTitle(words, post),
    controls: [
      ...selectRow(words.say("select.strike"), ref("strike"), options),
      row([
        labelled(words, "button.history", ref("history")),
        labelled(words, "button.copy", { command: "verify", action: "copy", state: [post.id] }),
        labelled(words, "button.remove", ref("remove")),
      ]),
    ],
  };
}

/** Asks whether a line is to be struck through for all to see. */
export function strikeSureReply(words: Words, post: Publication, line: Publication["lines"][number]): Reply {
  const ref = refsOf(post);
  return {
    ...privateNote(`${words.say("manage.strike-sure")}\n> ${escapeMarkdown(line.cited.text)}`.slice(0, 4_000)),
    controls: sureControls(words, "button.strike-sure", ref("strike-sure", line.id), ref("manage")),
  };
}

export function removeSureReply(words: Words, post: Publication): Reply {
  const ref = refsOf(post);
  return {
    ...privateNote(words.say("manage.remove-sure")),
    controls: sureControls(words, "button.remove-sure", ref("remove-sure"), ref("manage")),
  };
}

/** What was done with a publication, newest first. */
export function historyReply(words: Words, post: Publication, entries: readonly LogEntry[]): Reply {
  const lines = entries.map(({ at, person, deed }) => {
    const when = Number.isNaN(Date.parse(at)) ? "" : `<t:${String(Math.floor(Date.parse(at) / 1_000))}:f> · `;
    const who = person !== null && PERSON.test(person) ? ` · <@${person}>` : "";
    return `- ${when}${words.say(`log.deed.${deed}`)}${who}`;
  });
  return {
    ...privateNote(lines.join("\n") || words.say("draft.gone")),
    title: publicationTitle(words, post),
    controls: [row([labelled(words, "button.back", refsOf(post)("manage"))])],
  };
}
