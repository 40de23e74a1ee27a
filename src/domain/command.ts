import type { Answer, Evidence, Passage, Question, SearchPage } from "./answer.ts";
import type { Article, PartialDate } from "./article.ts";
import type { Conversation } from "./conversation.ts";
import type { NewsEvent } from "./corpus.ts";
import type { Curator } from "./curator.ts";
import type { Desk } from "./desk.ts";
import type { Retelling } from "./digest.ts";
import type { Libraries } from "./libraries.ts";
import type { Pictures } from "./picture.ts";
import type { AnswerChange, CheckedText, LatestPage, NamePage, QuotePage } from "./reading.ts";
import type { ActionRef, Form, Reply } from "./reply.ts";
import type { Sentence } from "./sentence.ts";
import type { Words } from "./words.ts";
import type { Store } from "./store.ts";
import type { Who } from "./who.ts";

/** What a person can fill in; its name and description are in the catalogues. `required` options come before the others, as Discord demands. */
export type OptionSpec = TextOption | FlagOption | CountOption | ChoiceOption | FileOption;

export interface TextOption {
  readonly type: "text";
  readonly required: boolean;
  /** In characters; Discord refuses more. */
  readonly maxLength: number;
  /** Whether the command's `complete` proposes values while the person types. */
  readonly autocomplete: boolean;
}

export interface FlagOption {
  readonly type: "flag";
  readonly required: boolean;
}

export interface CountOption {
  readonly type: "count";
  readonly required: boolean;
  readonly min: number;
  readonly max: number;
}

/** One of a few values. What each is called is in the catalogues: `command.<name>.option.<option>.choice.<value>`. */
export interface ChoiceOption {
  readonly type: "choice";
  readonly required: boolean;
  /** At most 25. */
  readonly values: readonly string[];
}

/** A file that the person uploads with the command. */
export interface FileOption {
  readonly type: "file";
  readonly required: boolean;
  /** Larger ones are refused before the command runs. */
  readonly maxBytes: number;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A file that somebody uploaded, and where it can be fetched for a while. What is told of it may not be true. */
export interface AttachedFile {
  /** On one line, without folders, at most 100 characters. */
  readonly name: string;
  readonly contentType: string | null;
  /** In bytes. */
  readonly size: number;
  /** Of Discord's own hosts for files, or of the stand-in that the operator has set. */
  readonly url: string;
}

type ValueOf<O extends OptionSpec> = O extends TextOption
  ? string
  : O extends FlagOption
    ? boolean
    : O extends ChoiceOption
      ? O["values"][number]
      : O extends FileOption
        ? AttachedFile
        : number;

/** The arguments a command receives, worked out from its options: optional ones may be undefined. */
export type ArgumentsOf<O extends OptionSpecs> = {
  readonly [K in keyof O]: O[K] extends { readonly required: true } ? ValueOf<O[K]> : ValueOf<O[K]> | undefined;
};

/** What is served at the moment. */
export interface LibraryStatus {
  readonly event: NewsEvent;
  readonly corpusVersion: string;
  readonly articleCount: number;
  readonly sentenceCount: number;
  /** Date of the newest dated article, or null when none has a date. */
  readonly newest: string | null;
  /** Whole days from the last day of that date until now, never less than 0; null where there is no date. */
  readonly daysSinceNewest: number | null;
  readonly softwareVersion: string;
}

/** Which of many results are wanted. */
export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

/** Everything a command may ask of the rest of the house. */
export interface Library extends Retelling {
  ask(question: Question): Promise<Answer>;
  /** Passages that hold the words themselves, best first. */
  search(query: string, page: PageRequest): Promise<SearchPage>;
  /** Passages ranked as for an answer, from `offset` on. */
  more(question: Question, page: PageRequest): Promise<SearchPage>;
  /**
   * Each claim of a text beside what the articles say, in the order of the text; at most its first 6,000 characters.
   *
   * @throws (rejects with) the signal's reason, once it fires
   */
  check(text: string, signal: AbortSignal): Promise<CheckedText>;
  /** What the articles say about a person, an organisation or a place, however its name was typed; null where none has it. */
  aboutName(typed: string, page: PageRequest): Promise<NamePage | null>;
  /** Who said what: by somebody, about something, or both. Without `about` the newest come first. */
  quotes(wanted: { readonly by: string | null; readonly about: string | null }, page: PageRequest): Promise<QuotePage>;
  /** Dated articles published on or after a day, or in a period that reaches it, newest first; all for null. */
  latest(since: PartialDate | null, page: PageRequest): LatestPage;
  /** How many of these articles are independent of each other: reprints and relays of one report count once. */
  independentSources(articles: readonly Article[]): number;
  /** What somebody sees of an answer, at most 500 characters of ASCII, to be compared by {@link Library.changeSince}. */
  fingerprint(answer: Answer): string;
  /** What became of an answer since somebody saw what `seen`, a fingerprint, tells. */
  changeSince(seen: string, answer: Answer): AnswerChange;
  /** All articles, newest first. */
  articles(): readonly Article[];
  article(id: string): Article | undefined;
  /** Articles whose title, publisher or id resembles what was typed, best first; all, newest first, for an empty string. */
  completeArticle(typed: string, limit: number): readonly Article[];
  /** Known questions, names and titles that what was typed may become, best first; the questions first for an empty string. */
  completeQuestion(typed: string, limit: number): readonly string[];
  /** Names of the glossary, aliases among them, and names met in several articles, best first. */
  completeName(typed: string, limit: number): readonly string[];
  /** A short name of a sentence, at most 16 characters of `[A-Za-z0-9_.-]`, that outlives a restart. */
  refOf(sentence: Sentence): string;
  /** The sentence a ref names, with its dates and where it leads; undefined when the article has changed. */
  evidence(ref: string): Evidence | undefined;
  /** The sentence a ref names, with up to `radius` sentences on either side; undefined when the article has changed. */
  passage(ref: string, radius: number): Passage | undefined;
  status(): LibraryStatus;
}

/** What a list of commands needs of each. Its words are in the catalogues. */
export interface CommandSummary {
  readonly name: string;
  /** Null for a command without any. */
  readonly subcommand: string | null;
}

/** What the operator has set about what is kept, as far as people are told. */
export interface Policy {
  /** Days for which questions are kept, without who asked them; 0 for not at all. */
  readonly questionDays: number;
  /** Whether things are kept in a file beside the program or in a database, which may be on another machine. */
  readonly keptIn: "file" | "database";
  /** Ids of the servers whose maintainers may change what is served, to all servers alike. */
  readonly maintainingServers: readonly string[] | "all";
}

/**
 * What somebody may do in a server, each more than the one before: a `moderator` has one of the roles set for it, a
 * `manager` may manage the server. In direct messages everybody is a `member`.
 */
export type Standing = "member" | "moderator" | "manager";

/**
 * What somebody must be to do something. A `maintainer` has one of the roles set for it, or manages the server, and the
 * operator lets the server change what is served; it is apart from moderators.
 */
export type Need = Exclude<Standing, "member"> | "maintainer";

/** Who may see an answer in a place. */
export interface Publicity {
  /** Whether answers may be seen by all there. Where not, every reply is private, whatever the command says. */
  readonly allowed: boolean;
  /** Who sees one where the person does not say. */
  readonly byDefault: Reply["visibility"];
}

/** A channel that was chosen. */
export interface PickedChannel {
  readonly id: string;
  /** Whether the person who chose it may write there. */
  readonly personMayWrite: boolean;
}

/** What a command is given besides its arguments. */
export interface CommandContext {
  /** Of the event that is asked about here. */
  readonly library: Library;
  /** All that is served. */
  readonly libraries: Libraries;
  /** Those that the person may use here, for commands that tell about the others. */
  readonly commands: readonly CommandSummary[];
  /** What the bot says, in the person's language. */
  readonly words: Words;
  /** Locale of the person's client, as Discord sends it: `en-GB`. */
  readonly locale: string;
  /** For long work: what it does stops when this fires. */
  readonly signal: AbortSignal;
  /**
   * Shows how far long work has come, where the reply will be, from the moment on when the person sees that it takes its
   * time. At most once a second: the latest counts, and none after the reply itself. Never throws.
   */
  readonly progress: (reply: Reply) => void;
  /** For a button in what {@link CommandContext.progress} shows: pressed by the same person, it fires `signal`. */
  readonly cancel: ActionRef;
  readonly who: Who;
  /** What was said before; see {@link Conversation}. */
  readonly conversation: Conversation;
  readonly store: Store;
  readonly policy: Policy;
  /** As Discord tells with this very interaction. */
  readonly standing: Standing;
  readonly isMaintainer: boolean;
  readonly publicity: Publicity;
  /** Whether the person may write in the channel this is in, as Discord tells. */
  readonly mayWrite: boolean;
  readonly desk: Desk;
  readonly curator: Curator;
  readonly pictures: Pictures;
  /** Like `words`, looked up anew: for a command that has just set another language. */
  readonly wordsNow: () => Promise<Words>;
}

/** What an action is given besides its state. */
export interface ActionContext extends CommandContext {
  /** Whether the person who pressed is the one whose command the message answers. */
  readonly byAsker: boolean;
  /** Values chosen, for a select; ids, for a picker; empty for a button. */
  readonly values: readonly string[];
  /** The channels chosen, for a picker of channels. */
  readonly channels: readonly PickedChannel[];
  /** What was filled in, for a modal's action; empty for others. By the field's name. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the message pressed shows, as far as it was told: a reply's `title`, plain text. */
  readonly shown: { readonly title: string | null };
}

/** What an action leads to: a reply in place of the message pressed, one as a new message, or a form to fill in. */
export type ActionResult =
  | { readonly place: "update" | "new"; readonly reply: Reply }
  /** Opens a form; what is filled in goes to the action it names. */
  | { readonly place: "form"; readonly form: Form };

/** One proposal while typing: `label` is shown, `value` is sent. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** What can be typed and sent: a command, or one of the commands of a group. */
export interface Subcommand<O extends OptionSpecs = OptionSpecs> {
  readonly options: O;
  /** Set where every reply is private, so that the person is not shown to wait in public either. */
  readonly visibility?: "private";
  /** Who may use it, by any way in; everybody where absent. */
  readonly needs?: Need;
  /** Milliseconds that it may run, at most 10 minutes; some seconds where absent. */
  readonly deadlineMs?: number;
  run(context: CommandContext, args: ArgumentsOf<O>): Promise<Reply>;
  /** Proposes values for the option being typed. Required when an option has `autocomplete`. */
  readonly complete?: (context: CommandContext, option: string, typed: string) => Promise<readonly Choice[]>;
}

/** What buttons, selects and forms of replies lead to. */
export interface Acting {
  /** By `ActionRef.action`. */
  readonly actions?: Readonly<
    Record<string, (context: ActionContext, state: readonly string[]) => Promise<ActionResult>>
  >;
  /** Who may do single actions, where they need more than the command. */
  readonly actionNeeds?: Readonly<Record<string, Need>>;
}

/**
 * A slash command. One file in `commands/` each, its default export a literal checked by `satisfies Command<…>`.
 * `run` returns its reply and never touches Discord, so that exactly one answer goes out and all of it can be tested.
 * Its deadline is that of its actions too.
 */
export interface Command<O extends OptionSpecs = OptionSpecs> extends Subcommand<O>, Acting {
  /**
   * Lower case, 1 to 32 letters, digits or hyphens. What people read is in the catalogues, by this name:
   * `command.<name>.name`, `command.<name>.description`, and for each option `command.<name>.option.<option>.name` and
   * `.description`.
   */
  readonly name: string;
}

/**
 * Slash commands under one name, as in `/corpus add`: like a {@link Command}, checked by `satisfies CommandGroup<…>`. What
 * people read is in the catalogues by `command.<name>.name` and `.description`, and for each subcommand by
 * `command.<name>.sub.<subcommand>` with `.name`, `.description` and `.option.<option>…`.
 *
 * @typeParam S the options of each subcommand, by its name
 */
export interface CommandGroup<
  S extends Readonly<Record<string, OptionSpecs>> = Readonly<Record<string, OptionSpecs>>,
> extends Acting {
  readonly name: string;
  /** Who may use any of it; a subcommand may need more. */
  readonly needs?: Need;
  /** Milliseconds that an action may run; see {@link Subcommand.deadlineMs}. */
  readonly deadlineMs?: number;
  /** 1 to 25. */
  readonly subcommands: { readonly [K in keyof S]: Subcommand<S[K]> };
}

/** A command that is typed. */
export type SlashCommand = Command | CommandGroup;

/**
 * A command of the context menu of messages. One file in `commands/` each, its default export, like a {@link Command}.
 * Its reply is always private: nobody asked for it but the person who chose the command.
 */
export interface MessageCommand extends Acting {
  readonly type: "message";
  /** An identifier like `check-message`; no other command has it. The menu shows the catalogues' `command.<name>.name`. */
  readonly name: string;
  readonly needs?: Need;
  /** See {@link Subcommand.deadlineMs}; of its actions too. */
  readonly deadlineMs?: number;
  run(context: CommandContext, message: TargetMessage): Promise<Reply>;
}

/** The message that a {@link MessageCommand} was chosen for. */
export interface TargetMessage {
  /** Content, then the titles, descriptions and fields of its embeds, as plain text; may be empty. */
  readonly text: string;
  readonly byBot: boolean;
}

/** What a file in `commands/` holds. */
export type AnyCommand = SlashCommand | MessageCommand;
