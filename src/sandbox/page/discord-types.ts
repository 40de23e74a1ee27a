/* oxlint-disable typescript/no-unsafe-enum-assignment -- that the numbers are right is what the types below check */
import type {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  TextInputStyle,
} from "discord-api-types/v10";

// Discord's numbers by name. `discord-api-types` has them as values only in CommonJS, which no browser loads; the
// types there hold each number to its name.

export const commandType: {
  readonly slash: ApplicationCommandType.ChatInput;
  readonly message: ApplicationCommandType.Message;
} = { slash: 1, message: 3 };

export const optionType: {
  readonly subcommand: ApplicationCommandOptionType.Subcommand;
  readonly group: ApplicationCommandOptionType.SubcommandGroup;
  readonly text: ApplicationCommandOptionType.String;
  readonly integer: ApplicationCommandOptionType.Integer;
  readonly boolean: ApplicationCommandOptionType.Boolean;
  readonly user: ApplicationCommandOptionType.User;
  readonly channel: ApplicationCommandOptionType.Channel;
  readonly role: ApplicationCommandOptionType.Role;
  readonly mentionable: ApplicationCommandOptionType.Mentionable;
  readonly number: ApplicationCommandOptionType.Number;
  readonly attachment: ApplicationCommandOptionType.Attachment;
} = {
  subcommand: 1,
  group: 2,
  text: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
};

export const interactionType: { readonly command: InteractionType.ApplicationCommand } = { command: 2 };

export const componentType: {
  readonly row: ComponentType.ActionRow;
  readonly button: ComponentType.Button;
  readonly select: ComponentType.StringSelect;
  readonly roleSelect: ComponentType.RoleSelect;
  readonly channelSelect: ComponentType.ChannelSelect;
  readonly textInput: ComponentType.TextInput;
  readonly textDisplay: ComponentType.TextDisplay;
  readonly label: ComponentType.Label;
} = { row: 1, button: 2, select: 3, roleSelect: 6, channelSelect: 8, textInput: 4, textDisplay: 10, label: 18 };

export const channelType: { readonly text: ChannelType.GuildText; readonly thread: ChannelType.PublicThread } = {
  text: 0,
  thread: 11,
};

export const shortStyle: TextInputStyle.Short = 1;
export const paragraphStyle: TextInputStyle.Paragraph = 2;

export const context: {
  readonly server: InteractionContextType.Guild;
  readonly direct: InteractionContextType.BotDM;
  readonly group: InteractionContextType.PrivateChannel;
} = { server: 0, direct: 1, group: 2 };

export const installation: {
  readonly server: ApplicationIntegrationType.GuildInstall;
  readonly person: ApplicationIntegrationType.UserInstall;
} = { server: 0, person: 1 };

/** Permission bits; https://docs.discord.com/developers/topics/permissions */
export const permission = {
  view: 1n << 10n,
  manageChannels: 1n << 4n,
  send: 1n << 11n,
  manageMessages: 1n << 13n,
  useCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  startThreads: 1n << 35n,
  sendInThreads: 1n << 38n,
} as const;
