import type { NoValues } from "./values.ts";

/** What people see of commands before they run one. Names: 32 characters, lower case; descriptions: 100. */
export interface CommandMessages {
  readonly "command.about.name": NoValues;
  readonly "command.about.description": NoValues;
  readonly "command.about.option.private.name": NoValues;
  readonly "command.about.option.private.description": NoValues;
  readonly "command.about-name.name": NoValues;
  readonly "command.about-name.description": NoValues;
  readonly "command.about-name.option.name.name": NoValues;
  readonly "command.about-name.option.name.description": NoValues;
  readonly "command.about-name.option.private.name": NoValues;
  readonly "command.about-name.option.private.description": NoValues;
  readonly "command.article.name": NoValues;
  readonly "command.article.description": NoValues;
  readonly "command.article.option.article.name": NoValues;
  readonly "command.article.option.article.description": NoValues;
  readonly "command.article.option.private.name": NoValues;
  readonly "command.article.option.private.description": NoValues;
  readonly "command.ask.name": NoValues;
  readonly "command.ask.description": NoValues;
  readonly "command.ask.option.question.name": NoValues;
  readonly "command.ask.option.question.description": NoValues;
  readonly "command.ask.option.private.name": NoValues;
  readonly "command.ask.option.private.description": NoValues;
  /** A command of the menu of messages: a name, in any letters, and nothing else. */
  readonly "command.check-message.name": NoValues;
  readonly "command.help.name": NoValues;
  readonly "command.help.description": NoValues;
  readonly "command.latest.name": NoValues;
  readonly "command.latest.description": NoValues;
  readonly "command.latest.option.since.name": NoValues;
  readonly "command.latest.option.since.description": NoValues;
  readonly "command.latest.option.private.name": NoValues;
  readonly "command.latest.option.private.description": NoValues;
  readonly "command.quote.name": NoValues;
  readonly "command.quote.description": NoValues;
  readonly "command.quote.option.by.name": NoValues;
  readonly "command.quote.option.by.description": NoValues;
  readonly "command.quote.option.about.name": NoValues;
  readonly "command.quote.option.about.description": NoValues;
  readonly "command.quote.option.private.name": NoValues;
  readonly "command.quote.option.private.description": NoValues;
  readonly "command.search.name": NoValues;
  readonly "command.search.description": NoValues;
  readonly "command.search.option.words.name": NoValues;
  readonly "command.search.option.words.description": NoValues;
  readonly "command.search.option.private.name": NoValues;
  readonly "command.search.option.private.description": NoValues;
  readonly "command.sources.name": NoValues;
  readonly "command.sources.description": NoValues;
  readonly "command.sources.option.private.name": NoValues;
  readonly "command.sources.option.private.description": NoValues;
}
