import type { APIMessage } from "discord-api-types/v10";
import type { Outcome } from "../client/user.ts";
import type { Deed } from "./conversation.ts";

const mostShown = 160;

/** A step as somebody would note it down. */
export function deedInWords(deed: Deed): string {
  switch (deed.type) {
    case "command": {
      const options = Object.entries(deed.options).map(([name, value]) => ` ${name}:${value}`);
      return `/${deed.name}${options.join("")}`;
    }
    case "press":
      return `Press “${deed.label}”`;
    case "choose":
      return `Choose ${deed.labels.map((label) => `“${label}”`).join(", ")}`;
    case "fill":
      return `Fill in ${Object.keys(deed.fields).join(", ") || "nothing"}`;
    case "message-command":
      return deed.on === null ? `${deed.name}, on the newest message` : `${deed.name}, on “${deed.on}”`;
    case "say":
      return `Say “${shortened(deed.content)}”`;
    case "thread":
      return `Start the thread “${deed.name}”`;
    case "wait":
  }
  return `Wait ${deed.ms} ms`;
}

/** What came back, in a sentence. */
export function outcomeInWords(outcome: Outcome): string {
  switch (outcome.type) {
    case "answered":
      return `${outcome.ephemeral ? "Privately: " : ""}${shortened(textOf(outcome.message))}`;
    case "choices":
      return `${outcome.choices.length} choices.`;
    case "modal":
      return `A form: ${outcome.modal.title}`;
    case "acknowledged":
      return "Acknowledged; nothing to see.";
    case "refused":
    case "failed":
  }
  return outcome.reason;
}

function textOf({ content, embeds, attachments }: APIMessage): string {
  const parts = [content, ...embeds.flatMap(({ title, description }) => [title, description])];
  const files = attachments.map(({ filename }) => filename);
  return [...parts, ...files].filter((part) => part !== undefined && part !== "").join(" · ");
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > mostShown ? `${line.slice(0, mostShown)}…` : line;
}
