import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIComponentInMessageActionRow,
  type APIActionRowComponent,
} from "discord-api-types/v10";
import type { ActionButton, Button, ControlRow, LinkButton } from "../domain/reply.ts";
import { LIMITS } from "../present/text/limits.ts";
import { encodeAction } from "./action-id.ts";
import { toLabel, type Claim, type OnCut } from "./labels.ts";
import { toPicker, toSelect } from "./selects.ts";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const { component } = LIMITS;

/** Turns the controls of a reply into rows that Discord accepts: what it would refuse is left out and reported. */
export function toRows(controls: readonly ControlRow[], onCut: OnCut): Row[] {
  const claim = claiming();
  const rows = controls.map((row) => toRow(row, claim, onCut)).filter((row) => row !== null);
  if (rows.length > component.rows) onCut("rows");
  return rows.slice(0, component.rows);
}

function toRow(row: ControlRow, claim: Claim, onCut: OnCut): Row | null {
  const sound = partsOf(row, claim, onCut).filter((part) => part !== null);
  return sound.length === 0 ? null : { type: ComponentType.ActionRow, components: sound };
}

function partsOf(row: ControlRow, claim: Claim, onCut: OnCut): readonly (APIComponentInMessageActionRow | null)[] {
  switch (row.type) {
    case "buttons":
      return toButtons(row.buttons, claim, onCut);
    case "select":
      return [toSelect(row.select, claim, onCut)];
    case "picker":
      return [toPicker(row.picker, claim, onCut)];
  }
}

function toButtons(buttons: readonly Button[], claim: Claim, onCut: OnCut) {
  if (buttons.length > component.buttonsPerRow) onCut("buttons");
  return buttons
    .slice(0, component.buttonsPerRow)
    .map((button) => (button.type === "link" ? toLink(button, onCut) : toAction(button, claim, onCut)));
}

function toLink(button: LinkButton, onCut: OnCut): APIButtonComponentWithURL | null {
  const url = URL.canParse(button.url) ? new URL(button.url) : null;
  if (url === null || !/^https?:$/u.test(url.protocol) || url.href.length > component.buttonUrlLength) {
    onCut("button.url");
    return null;
  }
  const label = toLabel(button.label, component.buttonLabelLength, "button.label", onCut);
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: label ?? url.hostname, url: url.href };
}

function toAction(button: ActionButton, claim: Claim, onCut: OnCut): APIButtonComponentWithCustomId | null {
  const id = claim(button.action);
  const label = toLabel(button.label, component.buttonLabelLength, "button.label", onCut);
  if (id === null || label === null) {
    onCut("button");
    return null;
  }
  return {
    type: ComponentType.Button,
    style: button.weight === "strong" ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label,
    custom_id: id,
    disabled: button.disabled,
  };
}

/** A message may not hold the same custom_id twice. */
function claiming(): Claim {
  const used = new Set<string>();
  return (action) => {
    const id = encodeAction(action);
    if (id === null || used.has(id)) return null;
    used.add(id);
    return id;
  };
}
