import type { Evidence } from "../../domain/answer.ts";
import type { Publication } from "../../domain/publication.ts";
import type { ActionRef, Form, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { refsOf, row } from "./draft-panel.ts";
import { privateNote } from "../text/note.ts";
import { NOTE_LENGTH, TITLE_LENGTH } from "./publication-reply.ts";
import { selectOption } from "../text/select-option.ts";
import { publisherOf } from "../answers/sources.ts";
import { labelled, selectRow } from "./summary-controls.ts";

/** Names of the fields. */
export const DRAFT_FIELDS = { title: "title", note: "note", words: "words", reason: "reason" } as const;
/** Characters of a reason for which a draft is sent back. */
export const REASON_LENGTH = 200;
const WORDS_LENGTH = 150;

/** Asks for a moderator's own title and note. */
export function textForm(words: Words, { title, note }: Publication, action: ActionRef): Form {
  const field = { required: false } as const;
  return {
    title: words.say("form.text"),
    action,
    fields: [
      {
        ...field,
        name: "title",
        label: words.say("form.own-title"),
        lines: "one",
        maxLength: TITLE_LENGTH,
        value: title,
      },
      {
        ...field,
        name: "note",
        label: words.say("form.own-note"),
        lines: "several",
        maxLength: NOTE_LENGTH,
        value: note,
      },
    ],
  };
}

/** Asks for words to find a sentence by. */
export function addForm(words: Words, action: ActionRef): Form {
  const label = words.say("form.words");
  return {
    title: words.say("form.add-line"),
    action,
    fields: [{ name: "words", label, lines: "one", required: true, maxLength: WORDS_LENGTH, value: null }],
  };
}

/** Asks why a draft is sent back. */
export function sendBackForm(words: Words, action: ActionRef): Form {
  const label = words.say("form.why-back");
  return {
    title: words.say("form.send-back"),
    action,
    fields: [{ name: "reason", label, lines: "several", required: true, maxLength: REASON_LENGTH, value: null }],
  };
}

/** Sentences to choose one from for a new line; there are none but those of the articles. */
export function foundReply(
  words: Words,
  draft: Publication,
  found: readonly Evidence[],
  refOf: (evidence: Evidence) => string,
  line: string,
): Reply {
  const ref = refsOf(draft);
  const options = found.map((one) => selectOption(one.sentence.text, publisherOf(one.sentence.article), refOf(one)));
  return {
    ...privateNote(words.say(found.length === 0 ? "draft.found-nothing" : "draft.found")),
    title: words.say("form.add-line"),
    controls: [
      ...selectRow(words.say("select.sentence"), ref("insert", line), options),
      row([labelled(words, "button.back", ref("line", line))]),
    ],
  };
}
