import type { APIMessage, APIUser } from "discord-api-types/v10";
import { interactionType } from "./discord-types.ts";

/** Who used which command. The name is null where the message does not tell it. */
export interface CommandUse {
  readonly user: APIUser;
  readonly name: string | null;
}

/** The command a message is the answer to, or null where it is none. */
export function commandAnswered(message: APIMessage): CommandUse | null {
  // Discord sends both fields, and only the older one names the command.
  // oxlint-disable-next-line typescript/no-deprecated
  const { interaction, interaction_metadata: metadata } = message;
  if (interaction !== undefined) {
    return { user: interaction.user, name: interaction.name };
  }
  const follows = metadata?.original_response_message_id !== undefined;
  return metadata?.type === interactionType.command && !follows ? { user: metadata.user, name: null } : null;
}
