import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { isGiven, isRecord, lengthOf, listOf, type Path } from "./json.ts";
import { checkLink } from "./links.ts";
import type { Report } from "./report.ts";

type Part = Readonly<Record<string, unknown>>;

const mostRows = 5;
const mostInLayout = 40;
const mostInAll = mostInLayout + mostRows;
const selects: ReadonlySet<unknown> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/**
 * Discord's rules across a message's components: rows and what fits in them, `custom_id` unique, buttons that go either
 * somewhere or to the bot, selects that can be chosen from.
 */
export function checkComponents(components: unknown, path: Path, newLayout: boolean, report: Report): void {
  const top = listOf(components);
  if (!newLayout && top.length > mostRows) report.badLength(path, 1, mostRows);
  const customIds = new Set<string>();
  let count = 0;
  const visit = (component: unknown, here: Path): void => {
    if (!isRecord(component)) return;
    count += 1;
    if (count > mostInAll) return;
    checkCustomId(component, here, customIds, report);
    if (component["type"] === ComponentType.ActionRow) checkRow(component, here, report);
    if (component["type"] === ComponentType.Button) checkButton(component, here, report);
    if (component["type"] === ComponentType.StringSelect) checkStringSelect(component, here, report);
    else if (selects.has(component["type"])) checkFilledSelect(component, here, report);
    listOf(component["components"]).forEach((child, index) => visit(child, [...here, "components", index]));
    if (isRecord(component["accessory"])) visit(component["accessory"], [...here, "accessory"]);
  };
  top.forEach((component, index) => {
    const here = [...path, index];
    if (
      !newLayout &&
      isRecord(component) &&
      isGiven(component["type"]) &&
      component["type"] !== ComponentType.ActionRow
    ) {
      report.add([...here, "type"], "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).');
    } else visit(component, here);
  });
  if (count > mostInAll) {
    report.add(
      path,
      "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
      `Total number of components must be ${mostInLayout} or fewer`,
    );
  }
}

function checkCustomId(component: Part, path: Path, seen: Set<string>, report: Report): void {
  const id = component["custom_id"];
  if (typeof id !== "string") return;
  const here = [...path, "custom_id"];
  if (id.length === 0 || id.length > 100) report.badLength(here, 1, 100);
  if (seen.has(id)) {
    report.add(here, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  }
  seen.add(id);
}

/** Five buttons fill a row, and so does one select. */
function checkRow(row: Part, path: Path, report: Report): void {
  const children = listOf(row["components"]);
  if (children.length === 0 || children.length > 5) report.badLength([...path, "components"], 1, 5);
  const hasSelect = children.some((child) => isRecord(child) && selects.has(child["type"]));
  if (!hasSelect || children.length === 1) return;
  children.forEach((_child, index) => {
    if (index === 0) return;
    report.add(
      [...path, "components", index],
      "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
      "The specified component exceeds the maximum width",
    );
  });
}

function checkButton(button: Part, path: Path, report: Report): void {
  const hasId = isGiven(button["custom_id"]);
  const hasUrl = isGiven(button["url"]);
  if (button["style"] === ButtonStyle.Link) {
    if (!hasUrl) report.add(path, "BUTTON_COMPONENT_URL_REQUIRED", "A url is required");
    checkLink(button["url"], ["http", "https", "discord"], [...path, "url"], report);
  } else if (button["style"] === ButtonStyle.Premium) {
    if (!isGiven(button["sku_id"])) report.required([...path, "sku_id"]);
    return;
  } else if (!hasId) {
    report.add(path, "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id required");
  }
  if (hasId && (hasUrl || button["style"] === ButtonStyle.Link)) {
    report.add(path, "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified");
  } else if (hasUrl && button["style"] !== ButtonStyle.Link) {
    report.add([...path, "url"], "BUTTON_COMPONENT_URL_NOT_ALLOWED", "A url can only be given to a link button");
  }
  if (lengthOf(button["label"]) === 0 && !isGiven(button["emoji"])) {
    report.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required");
  }
}

/** A select that Discord's client fills: with people, roles or channels. What it starts with counts as chosen. */
function checkFilledSelect(select: Part, path: Path, report: Report): void {
  const most = typeof select["max_values"] === "number" ? select["max_values"] : 1;
  const least = typeof select["min_values"] === "number" ? select["min_values"] : 1;
  if (least > most) {
    report.add([...path, "min_values"], "NUMBER_TYPE_MAX", `int value should be less than or equal to ${most}.`);
  }
  const here = [...path, "default_values"];
  const defaults = listOf(select["default_values"]);
  if (defaults.length > 0 && (defaults.length < least || defaults.length > most)) report.badLength(here, least, most);
  const ids = new Set<unknown>();
  defaults.forEach((value, index) => {
    const id = isRecord(value) ? value["id"] : undefined;
    if (ids.has(id)) {
      const code = "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED";
      report.add([...here, index, "id"], code, "The specified option value is already used");
    }
    ids.add(id);
  });
}

/** Exported because a modal may hold one too. */
export function checkStringSelect(select: Part, path: Path, report: Report): void {
  const options = listOf(select["options"]);
  const most = typeof select["max_values"] === "number" ? select["max_values"] : 1;
  const least = typeof select["min_values"] === "number" ? select["min_values"] : 1;
  if (options.length > 25 || options.length < Math.max(1, most, least)) {
    report.badLength([...path, "options"], Math.max(1, most, least), 25);
  }
  if (least > most) {
    report.add([...path, "min_values"], "NUMBER_TYPE_MAX", `int value should be less than or equal to ${most}.`);
  }
  const values = new Set<unknown>();
  let defaults = 0;
  options.forEach((option, index) => {
    if (!isRecord(option)) return;
    if (values.has(option["value"])) {
      report.add(
        [...path, "options", index, "value"],
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        "The specified option value is already used",
      );
    }
    values.add(option["value"]);
    if (option["default"] === true) defaults += 1;
  });
  if (defaults > most) {
    report.add([...path, "options"], "SELECT_COMPONENT_MAX_DEFAULTS_EXCEEDED", "More default options than max values");
  }
}
