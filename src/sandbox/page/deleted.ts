import type { PageMessage } from "../page-protocol.ts";

/** Without a message; those that answer it answer nothing that can be seen any more. */
export function without(messages: readonly PageMessage[], id: string): readonly PageMessage[] {
  const left = messages.filter(({ message }) => message.id !== id);
  return left.map((shown) => (shown.message.referenced_message?.id === id ? answeringNothing(shown) : shown));
}

function answeringNothing(shown: PageMessage): PageMessage {
  return { ...shown, message: { ...shown.message, referenced_message: null } };
}
