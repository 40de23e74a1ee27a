import type { AnswerMessages } from "./messages/answer.ts";
import type { CommandMessages } from "./messages/command.ts";
import type { ComparingMessages } from "./messages/comparing.ts";
import type { CommonMessages } from "./messages/common.ts";
import type {
  CorpusCommandMessages,
  CuratingMessages,
  CuratorFailureMessages,
  DoubtMessages,
  FieldMessages,
  GapChoiceMessages,
  KeptMessages,
  PreviewMessages,
  StatusMessages,
} from "./messages/curating.ts";
import type { CoverageMessages } from "./messages/coverage.ts";
import type { DraftingCommandMessages, DraftingLabels, DraftingMessages, VerifyMessages } from "./messages/drafting.ts";
import type { GuideMessages } from "./messages/guide.ts";
import type { ButtonMessages, ListMessages } from "./messages/lists.ts";
import type { FeedbackMessages, FollowingMessages, KeepingMessages } from "./messages/keeping.ts";
import type { PermissionMessages } from "./messages/permissions.ts";
import type { PublicationMessages } from "./messages/publication.ts";
import type { DigestMessages, NoticeMessages } from "./messages/publishing.ts";
import type { ReadingMessages } from "./messages/reading.ts";
import type { RetellingMessages } from "./messages/retelling.ts";
import type { SettingsMessages } from "./messages/settings.ts";
import type { TimelineMessages } from "./messages/timeline.ts";
import type { GapMessages, GoldMessages } from "./messages/upkeep.ts";
import type { WhyMessages } from "./messages/why.ts";
import type { WorkingMessages } from "./messages/working.ts";

/**
 * Everything the bot says to people in Discord, by identifier: what each message is given. The words are in
 * `languages/`, one catalogue a language, in ICU MessageFormat.
 *
 * To add a message, add its identifier to an interface below, then a line to every catalogue, where its identifier
 * belongs in alphabetical order. `npm test` names what is missing, misspelt or left in English.
 *
 * Values are plain text or Markdown as the place needs it: whoever asks for a message escapes what it is given, and
 * nothing in a value is ever read as a message. In catalogues the apostrophe is ’, since ICU quotes with '.
 */
export interface Messages
  extends
    AnswerMessages,
    ButtonMessages,
    CommandMessages,
    CommonMessages,
    ComparingMessages,
    CorpusCommandMessages,
    CuratingMessages,
    CuratorFailureMessages,
    CoverageMessages,
    DigestMessages,
    DoubtMessages,
    DraftingCommandMessages,
    DraftingLabels,
    DraftingMessages,
    FeedbackMessages,
    FieldMessages,
    FollowingMessages,
    GapChoiceMessages,
    GapMessages,
    GoldMessages,
    GuideMessages,
    KeepingMessages,
    KeptMessages,
    ListMessages,
    NoticeMessages,
    PermissionMessages,
    PreviewMessages,
    PublicationMessages,
    ReadingMessages,
    RetellingMessages,
    SettingsMessages,
    StatusMessages,
    VerifyMessages,
    TimelineMessages,
    WhyMessages,
    WorkingMessages {}
