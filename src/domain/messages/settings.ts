import type { NoValues } from "./values.ts";

/** Said by `/settings` and `/log`. */
export interface SettingsMessages {
  readonly "command.settings.name": NoValues;
  readonly "command.settings.description": NoValues;
  readonly "command.log.name": NoValues;
  readonly "command.log.description": NoValues;
  readonly "settings.title": NoValues;
  readonly "settings.saved": NoValues;
  readonly "settings.server-only": NoValues;
  /** Names of settings, before what is set. */
  readonly "settings.moderators": NoValues;
  readonly "settings.maintainers": NoValues;
  readonly "settings.channels": NoValues;
  readonly "settings.privacy": NoValues;
  readonly "settings.approval": NoValues;
  readonly "settings.language": NoValues;
  readonly "settings.time-zone": NoValues;
  readonly "settings.event": NoValues;
  /** That the event chosen is not there, above the others. */
  readonly "settings.event-gone": { readonly event: string };
  /** What is set. */
  readonly "settings.moderators-none": NoValues;
  readonly "settings.channels-all": NoValues;
  readonly "settings.privacy-public": NoValues;
  readonly "settings.privacy-private": NoValues;
  readonly "settings.approval-on": NoValues;
  readonly "settings.approval-off": NoValues;
  readonly "settings.time-zone-of-event": { readonly zone: string };
  readonly "settings.time-zone-unknown": { readonly typed: string };
  /** Above lists to choose from, while nothing is chosen: 150 characters. */
  readonly "select.moderator-roles": NoValues;
  readonly "select.maintainer-roles": NoValues;
  readonly "select.public-channels": NoValues;
  readonly "select.switches": NoValues;
  readonly "select.server-language": NoValues;
  readonly "select.server-event": NoValues;
  /** Entries of a list: 100 characters. */
  readonly "settings.switch-private": NoValues;
  readonly "settings.switch-approval": NoValues;
  readonly "button.time-zone": NoValues;
  readonly "button.settings-more": NoValues;
  /** A form's title and the name of its field: 45 characters. */
  readonly "settings.time-zone-form": NoValues;
  readonly "settings.time-zone-field": NoValues;
  readonly "log.title": NoValues;
  readonly "log.empty": NoValues;
  readonly "log.no-person": NoValues;
  readonly "log.exported": NoValues;
  /** Where a file cannot hold all. */
  readonly "log.exported-newest": { readonly count: number };
  readonly "button.export": NoValues;
  readonly "count.entries": { readonly count: number };
  readonly "log.deed.drafted": NoValues;
  readonly "log.deed.changed": NoValues;
  readonly "log.deed.asked-for-approval": NoValues;
  readonly "log.deed.approved": NoValues;
  readonly "log.deed.sent-back": NoValues;
  readonly "log.deed.posted": NoValues;
  readonly "log.deed.corrected": NoValues;
  readonly "log.deed.failed": NoValues;
  readonly "log.deed.removed": NoValues;
  readonly "log.deed.discarded": NoValues;
  readonly "log.deed.settings-changed": NoValues;
  readonly "log.deed.digest-set-up": NoValues;
  readonly "log.deed.digest-changed": NoValues;
  readonly "log.deed.digest-paused": NoValues;
  readonly "log.deed.digest-resumed": NoValues;
  readonly "log.deed.digest-removed": NoValues;
  readonly "log.deed.article-added": NoValues;
  readonly "log.deed.article-changed": NoValues;
  readonly "log.deed.article-withdrawn": NoValues;
  readonly "log.deed.article-restored": NoValues;
  readonly "log.deed.gold-added": NoValues;
  readonly "log.deed.gold-removed": NoValues;
}
