import type { NoValues } from "./values.ts";

/** Said of digests, to those who set them up. Channels come as mentions, instants as Discord's timestamps. */
export interface DigestMessages {
  readonly "command.digest.name": NoValues;
  readonly "command.digest.description": NoValues;
  readonly "digest.title": NoValues;
  readonly "digest.what": NoValues;
  readonly "digest.none": NoValues;
  readonly "digest.full": NoValues;
  readonly "digest.server-only": NoValues;
  /** `days` are names of days, `hour` is a time of day, `zone` an IANA time zone. */
  readonly "digest.when": { readonly days: string; readonly hour: string; readonly zone: string };
  readonly "digest.topic": { readonly topic: string };
  readonly "digest.all-news": NoValues;
  readonly "digest.language": { readonly language: string };
  readonly "digest.next": { readonly at: string };
  readonly "digest.paused": NoValues;
  /** After the name of an event, or its id. */
  readonly "digest.event-gone": NoValues;
  readonly "digest.says-so": NoValues;
  readonly "digest.stays-quiet": NoValues;
  /** Leads: what has just happened. */
  readonly "digest.new": NoValues;
  readonly "digest.saved": NoValues;
  readonly "digest.changed-meanwhile": NoValues;
  readonly "digest.gone": NoValues;
  readonly "digest.removed": NoValues;
  readonly "digest.sure": NoValues;
  readonly "digest.bot-may-not": { readonly channel: string; readonly permissions: string };
  readonly "digest.you-may-not": { readonly channel: string };
  readonly "digest.unreachable": NoValues;
  readonly "button.digest-new": NoValues;
  readonly "button.digest-topic": NoValues;
  readonly "button.digest-pause": NoValues;
  readonly "button.digest-resume": NoValues;
  readonly "button.digest-say-so": NoValues;
  readonly "button.digest-stay-quiet": NoValues;
  readonly "button.digest-remove": NoValues;
  readonly "button.digest-remove-now": NoValues;
  readonly "button.digest-keep": NoValues;
  readonly "button.digest-back": NoValues;
  readonly "select.digest-open": NoValues;
  readonly "select.digest-channel": NoValues;
  readonly "select.digest-days": NoValues;
  readonly "select.digest-hour": NoValues;
  readonly "select.digest-language": NoValues;
  readonly "form.digest-topic": NoValues;
  readonly "form.digest-topic-field": NoValues;
}

/** Told to moderators of what they posted, and said below a post that cannot be edited. */
export interface NoticeMessages {
  readonly "notice.approved": { readonly title: string; readonly channel: string };
  /** `reason` is in another moderator’s words. */
  readonly "notice.sent-back": { readonly title: string; readonly reason: string };
  readonly "notice.not-posted": { readonly title: string; readonly channel: string };
  readonly "notice.digest-paused": { readonly channel: string };
  readonly "notice.corrected": { readonly title: string; readonly channel: string };
  readonly "notice.not-corrected": { readonly title: string; readonly channel: string };
  readonly "notice.correction.title": NoValues;
  readonly "notice.stands-again": NoValues;
  readonly "button.go-to-post": NoValues;
}
