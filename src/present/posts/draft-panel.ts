import type { Publication, PublicationLine } from "../../domain/publication.ts";
import type { ActionRef, Button, ControlRow } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { selectOption } from "../text/select-option.ts";
import { publisherOf } from "../answers/sources.ts";
import { labelled, selectRow } from "./summary-controls.ts";

/** Most lines of a publication. */
const MOST_LINES = 25;

/** What the buttons below a draft need besides it. */
export interface DraftPanel {
  /** Id of the line that is being worked on; null for none. */
  readonly selected: string | null;
  /** Where the round of other wordings began and how far it has come, as the button carries it. */
  readonly round: readonly string[];
  /** Whether another moderator must agree. */
  readonly approval: boolean;
  /** Whether it can be posted as it stands. */
  readonly ready: boolean;
}

/** The buttons below a draft: choose a line and change it; the channel; the moderator's own words; what becomes of it. */
export function draftControls(words: Words, draft: Publication, panel: DraftPanel): readonly ControlRow[] {
  const { id, revision, lines, channel } = draft;
  const { selected, round, approval, ready } = panel;
  const ref = refsOf(draft);
  const place = lines.findIndex((line) => line.id === selected);
  const none = place < 0;
  const line = selected ?? "";
  return [
    ...selectRow(
      words.say("select.line"),
      { command: "summary", action: "line", state: [id, String(revision)] },
      lines.map((one, index) => ({ ...lineOption(one, index), chosen: one.id === selected })),
    ),
    row([
      labelled(words, "button.up", ref("up", line), place <= 0),
      labelled(words, "button.down", ref("down", line), none || place === lines.length - 1),
      labelled(words, "button.other-wording", ref("other", line, ...round), none),
      labelled(words, "button.drop", ref("drop", line), none),
      labelled(words, "button.add-line", ref("add", line), lines.length >= MOST_LINES),
    ]),
    {
      type: "picker",
      picker: {
        of: "channels",
        placeholder: words.say("select.channel"),
        action: ref("channel", line),
        chosen: [channel],
        count: { least: 1, most: 1 },
      },
    },
    row([
      {
        ...labelled(words, approval ? "button.ask-approval" : "button.post", ref(approval ? "ask" : "post"), !ready),
        weight: "strong",
      },
      labelled(words, "button.text", ref("text", line)),
      labelled(words, "button.copy", ref("copy-draft")),
      labelled(words, "button.discard", ref("discard", line)),
    ]),
  ];
}

/** The buttons below a draft that awaits approval. @param mayApprove whether this person is another than those who asked */
export function approvalControls(
  words: Words,
  draft: Publication,
  { mayApprove, ready }: { readonly mayApprove: boolean; readonly ready: boolean },
): readonly ControlRow[] {
  const ref = refsOf(draft);
  const decide: readonly Button[] = [
    { ...labelled(words, "button.approve", ref("approve"), !ready), weight: "strong" },
    labelled(words, "button.send-back", ref("send-back")),
  ];
  return [
    row([
      ...(mayApprove ? decide : [labelled(words, "button.take-back", ref("take-back"))]),
      labelled(words, "button.copy", ref("copy-draft")),
    ]),
  ];
}

/** A button that does it and one that leads back. */
export function sureControls(
  words: Words,
  label: "button.discard-sure" | "button.remove-sure" | "button.strike-sure",
  action: ActionRef,
  back: ActionRef,
): readonly ControlRow[] {
  return [row([labelled(words, label, action), labelled(words, "button.back", back)])];
}

export function row(buttons: readonly Button[]): ControlRow {
  return { type: "buttons", buttons };
}

/** Actions on a publication carry its id and the revision they were shown with. */
export function refsOf({ id, revision }: Pick<Publication, "id" | "revision">) {
  return (action: string, ...more: readonly string[]): ActionRef => ({
    command: "summary",
    action,
    state: [id, String(revision), ...more],
  });
}

/** A line as it is chosen: its number, its sentence, who published it. */
export function lineOption({ id, cited }: PublicationLine, place: number) {
  return selectOption(`${String(place + 1)}. ${cited.text}`, publisherOf(cited.source), id);
}
