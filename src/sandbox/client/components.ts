import {
  ComponentType,
  type APIButtonComponentWithCustomId,
  type APIMessage,
  type APIStringSelectComponent,
} from "discord-api-types/v10";

/** What a person can use on a message. */
type Usable = APIButtonComponentWithCustomId | APIStringSelectComponent;

type Part = NonNullable<APIMessage["components"]>[number];

/** Buttons that go to the bot, and string selects, in the order shown. */
export function usableOn(message: APIMessage): readonly Usable[] {
  return (message.components ?? []).flatMap(usableIn);
}

function usableIn(part: Part): readonly Usable[] {
  switch (part.type) {
    case ComponentType.ActionRow:
      return part.components.flatMap((child): readonly Usable[] => {
        if (child.type === ComponentType.StringSelect) return [child];
        return child.type === ComponentType.Button && "custom_id" in child ? [child] : [];
      });
    case ComponentType.Container:
      return part.components.flatMap(usableIn);
    case ComponentType.Section:
      return part.accessory.type === ComponentType.Button && "custom_id" in part.accessory ? [part.accessory] : [];
    case ComponentType.TextDisplay:
    case ComponentType.MediaGallery:
    case ComponentType.File:
    case ComponentType.Separator:
  }
  return [];
}

/** @returns why Discord's client would not let a person use the component that way, or null. */
export function problemUsing(component: Usable, values: readonly string[]): string | null {
  if (component.disabled === true) return "That control is disabled.";
  if (component.type === ComponentType.Button) {
    return null;
  }
  const known = new Set(component.options.map((option) => option.value));
  if (values.some((value) => !known.has(value))) return "That is not one of the options.";
  if (new Set(values).size < values.length) return "An option is chosen twice.";
  const least = component.min_values ?? 1;
  const most = component.max_values ?? 1;
  const within = values.length >= least && values.length <= most;
  return within ? null : `Choose between ${least} and ${most} options.`;
}
