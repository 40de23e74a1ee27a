/**
 * The parts of `discord-api-spec` that the sandbox uses. The package's own type entry for `/zod` names a JavaScript file,
 * so it has none. Output types are what the schemas let through; keys they do not know are dropped.
 */
declare module "discord-api-spec/zod" {
  import type {
    APIApplicationCommandOption,
    APIApplicationCommandOptionChoice,
    APIEmbed,
    APIMessageTopLevelComponent,
    APIModalInteractionResponseCallbackData,
    ApplicationCommandType,
    ApplicationIntegrationType,
    InteractionContextType,
    LocalizationMap,
  } from "discord-api-types/v10";
  import type { ZodMiniType } from "zod/mini";

  export interface AttachmentBody {
    readonly id: string;
    readonly filename?: string | null;
    readonly description?: string | null;
  }

  export interface AllowedMentions {
    readonly parse?: (("users" | "roles" | "everyone") | null)[] | null;
    readonly users?: (string | null)[] | null;
    readonly roles?: (string | null)[] | null;
  }

  export interface MessageBody {
    readonly allowed_mentions?: AllowedMentions | null;
    readonly content?: string | null;
    readonly embeds?: APIEmbed[] | null;
    readonly components?: APIMessageTopLevelComponent[] | null;
    readonly attachments?: AttachmentBody[] | null;
    readonly tts?: boolean | null;
    readonly flags?: number | null;
    readonly message_reference?: {
      readonly message_id: string;
      readonly fail_if_not_exists?: boolean | null;
    } | null;
    readonly nonce?: number | string | null;
    readonly enforce_nonce?: boolean | null;
  }

  export interface CommandPatchBody {
    readonly name?: string;
    readonly name_localizations?: LocalizationMap | null;
    readonly description?: string | null;
    readonly description_localizations?: LocalizationMap | null;
    readonly options?: APIApplicationCommandOption[] | null;
    readonly default_member_permissions?: number | null;
    readonly dm_permission?: boolean | null;
    readonly contexts?: InteractionContextType[] | null;
    readonly integration_types?: ApplicationIntegrationType[] | null;
  }

  export interface CommandBody extends CommandPatchBody {
    readonly name: string;
    readonly type?: ApplicationCommandType | null;
  }

  export interface ChoicesBody {
    readonly choices?: (APIApplicationCommandOptionChoice | null)[] | null;
  }

  export const ApplicationCommandCreateRequestSchema: ZodMiniType<CommandBody>;
  export const ApplicationCommandPatchRequestPartialSchema: ZodMiniType<CommandPatchBody>;
  export const IncomingWebhookInteractionRequestSchema: ZodMiniType<MessageBody>;
  export const IncomingWebhookRequestPartialSchema: ZodMiniType<MessageBody>;
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: ZodMiniType<MessageBody>;
  export const IncomingWebhookUpdateRequestPartialSchema: ZodMiniType<MessageBody>;
  export const InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema: ZodMiniType<ChoicesBody>;
  export const InteractionApplicationCommandAutocompleteCallbackNumberDataSchema: ZodMiniType<ChoicesBody>;
  export const InteractionApplicationCommandAutocompleteCallbackStringDataSchema: ZodMiniType<ChoicesBody>;
  export const MessageCreateRequestSchema: ZodMiniType<MessageBody>;
  export const MessageEditRequestPartialSchema: ZodMiniType<MessageBody>;
  export const ModalInteractionCallbackRequestDataSchema: ZodMiniType<APIModalInteractionResponseCallbackData>;
}
