import type { NoValues } from "./values.ts";

/** Names and descriptions of `/corpus`, `/gaps` and `/gold`. */
export interface CorpusCommandMessages {
  readonly "command.corpus.name": NoValues;
  readonly "command.corpus.description": NoValues;
  readonly "command.corpus.sub.add.name": NoValues;
  readonly "command.corpus.sub.add.description": NoValues;
  readonly "command.corpus.sub.add.option.link.name": NoValues;
  readonly "command.corpus.sub.add.option.link.description": NoValues;
  readonly "command.corpus.sub.add.option.file.name": NoValues;
  readonly "command.corpus.sub.add.option.file.description": NoValues;
  readonly "command.corpus.sub.withdraw.name": NoValues;
  readonly "command.corpus.sub.withdraw.description": NoValues;
  readonly "command.corpus.sub.withdraw.option.article.name": NoValues;
  readonly "command.corpus.sub.withdraw.option.article.description": NoValues;
  readonly "command.corpus.sub.withdraw.option.reason.name": NoValues;
  readonly "command.corpus.sub.withdraw.option.reason.description": NoValues;
  readonly "command.corpus.sub.restore.name": NoValues;
  readonly "command.corpus.sub.restore.description": NoValues;
  readonly "command.corpus.sub.restore.option.article.name": NoValues;
  readonly "command.corpus.sub.restore.option.article.description": NoValues;
  readonly "command.corpus.sub.status.name": NoValues;
  readonly "command.corpus.sub.status.description": NoValues;
  readonly "command.corpus.sub.reload.name": NoValues;
  readonly "command.corpus.sub.reload.description": NoValues;
  readonly "command.gaps.name": NoValues;
  readonly "command.gaps.description": NoValues;
  readonly "command.gold.name": NoValues;
  readonly "command.gold.description": NoValues;
  readonly "command.gold.sub.list.name": NoValues;
  readonly "command.gold.sub.list.description": NoValues;
  readonly "command.gold.sub.add.name": NoValues;
  readonly "command.gold.sub.add.description": NoValues;
  readonly "command.gold.sub.add.option.question.name": NoValues;
  readonly "command.gold.sub.add.option.question.description": NoValues;
  readonly "command.gold.sub.add.option.expect.name": NoValues;
  readonly "command.gold.sub.add.option.expect.description": NoValues;
  readonly "command.gold.sub.add.option.expect.choice.answered": NoValues;
  readonly "command.gold.sub.add.option.expect.choice.not-in-articles": NoValues;
  readonly "command.gold.sub.add.option.article.name": NoValues;
  readonly "command.gold.sub.add.option.article.description": NoValues;
  readonly "command.gold.sub.add.option.contains.name": NoValues;
  readonly "command.gold.sub.add.option.contains.description": NoValues;
  readonly "command.gold.sub.remove.name": NoValues;
  readonly "command.gold.sub.remove.description": NoValues;
  readonly "command.gold.sub.remove.option.question.name": NoValues;
  readonly "command.gold.sub.remove.option.question.description": NoValues;
}

/** How far long work with the articles has come. */
export interface CuratingMessages {
  readonly "curating.fetching": { readonly host: string };
  readonly "curating.fetching-size": { readonly host: string; readonly size: string };
  readonly "curating.reading": { readonly source: string };
  readonly "curating.fetching-entries": { readonly done: number; readonly of: number };
  readonly "curating.comparing": { readonly count: number };
  readonly "curating.writing": { readonly done: number; readonly of: number };
  readonly "curating.loading": NoValues;
  readonly "curating.checking": { readonly done: number; readonly of: number };
}

/** Said of what adding articles would do. */
export interface PreviewMessages {
  readonly "preview.one-of-both": NoValues;
  readonly "preview.size": { readonly words: number; readonly paragraphs: number };
  readonly "preview.new": NoValues;
  readonly "preview.unchanged": { readonly article: string };
  readonly "preview.changed": { readonly article: string; readonly fields: string };
  readonly "preview.paragraphs": { readonly added: number; readonly removed: number };
  readonly "preview.reprint": { readonly article: string; readonly share: string };
  readonly "preview.doubts": NoValues;
  readonly "preview.more": { readonly count: number };
  readonly "preview.nothing-yet": NoValues;
  readonly "preview.title": { readonly count: number };
  readonly "preview.mark-new": NoValues;
  readonly "preview.mark-changed": NoValues;
  readonly "preview.mark-unchanged": NoValues;
  readonly "preview.mark-reprint": NoValues;
  readonly "preview.date-unreadable": { readonly typed: string };
  readonly "preview.discarded": NoValues;
  readonly "preview.not-yours": NoValues;
  readonly "preview.other-event": NoValues;
  readonly "button.add-article": NoValues;
  readonly "button.add-articles": NoValues;
  readonly "button.correct": NoValues;
  readonly "form.correct": NoValues;
  readonly "form.article-title": NoValues;
  readonly "form.article-publisher": NoValues;
  readonly "form.article-date": NoValues;
  readonly "form.article-address": NoValues;
  readonly "form.article-language": NoValues;
}

/** What the fields of an article are called. */
export interface FieldMessages {
  readonly "field.title": NoValues;
  readonly "field.publisher": NoValues;
  readonly "field.agency": NoValues;
  readonly "field.authors": NoValues;
  readonly "field.url": NoValues;
  readonly "field.published": NoValues;
  readonly "field.language": NoValues;
  readonly "field.kind": NoValues;
  readonly "field.note": NoValues;
  readonly "field.body": NoValues;
}

/** What is uncertain about an article, or wrong with a file: a few words each, after the name of the field. */
export interface DoubtMessages {
  readonly "doubt.of": { readonly what: string; readonly doubt: string };
  readonly "doubt.other": NoValues;
  readonly "doubt.value-assumed": { readonly value: string };
  readonly "doubt.no-url": NoValues;
  readonly "doubt.no-date": NoValues;
  readonly "doubt.encoding": NoValues;
  readonly "doubt.encoding-damaged": { readonly count: number };
  readonly "doubt.language-differs": { readonly declared: string; readonly detected: string };
  readonly "doubt.language-unknown": { readonly language: string };
  readonly "doubt.feed-invalid": NoValues;
  readonly "doubt.feed-empty": NoValues;
  readonly "doubt.feed-too-long": { readonly limit: number };
  readonly "doubt.feed-entries": { readonly count: number };
  readonly "doubt.pdf-damaged": NoValues;
  readonly "doubt.pdf-locked": NoValues;
  readonly "doubt.pdf-no-text": NoValues;
  readonly "doubt.pdf-pages": { readonly count: number };
  readonly "doubt.too-costly": NoValues;
  readonly "doubt.unreadable": NoValues;
  readonly "doubt.format": { readonly format: string };
  readonly "doubt.no-article": NoValues;
  readonly "doubt.several-articles": NoValues;
  readonly "doubt.values-differ": { readonly values: string };
  readonly "doubt.teaser": NoValues;
  readonly "doubt.text-short": NoValues;
  readonly "doubt.live-coverage": NoValues;
  readonly "doubt.text-from-metadata": NoValues;
  readonly "doubt.canonical-elsewhere": { readonly address: string };
  readonly "doubt.date-invalid": { readonly value: string };
  readonly "doubt.date-in-future": { readonly value: string };
  readonly "doubt.url-invalid": { readonly value: string };
  readonly "doubt.missing": NoValues;
  readonly "doubt.too-long": NoValues;
  readonly "doubt.duplicate": { readonly other: string };
  readonly "doubt.fields-unreadable": NoValues;
  readonly "doubt.character": NoValues;
  readonly "doubt.withdrawn-before": { readonly why: string };
  readonly "doubt.omitted": { readonly count: number };
}

/** Why something could not be done with the articles, and what to do. */
export interface CuratorFailureMessages {
  readonly "curator.read-only": { readonly event: string };
  readonly "curator.event-unknown": { readonly command: string };
  readonly "curator.nothing-found": NoValues;
  readonly "curator.preview-gone": { readonly command: string };
  readonly "fetch.address": { readonly address: string };
  readonly "fetch.forbidden": { readonly host: string };
  readonly "fetch.unreachable": { readonly host: string };
  readonly "fetch.slow": { readonly host: string };
  readonly "fetch.too-large": NoValues;
  readonly "fetch.redirect": NoValues;
  readonly "fetch.robots": NoValues;
  readonly "fetch.missing": { readonly address: string };
  readonly "fetch.status": { readonly status: string };
  readonly "fetch.damaged": NoValues;
  readonly "folder.busy": NoValues;
  readonly "folder.unusable": NoValues;
  readonly "folder.missing": { readonly article: string };
  readonly "folder.unsound": { readonly article: string };
  readonly "folder.changed": { readonly article: string };
  readonly "folder.reason": NoValues;
  readonly "folder.full": NoValues;
}

/** What became of articles that were added, withdrawn or put back, and of the corpus. */
export interface KeptMessages {
  readonly "kept.title": NoValues;
  readonly "kept.added": { readonly article: string };
  readonly "kept.replaced": { readonly article: string };
  readonly "kept.unchanged": { readonly article: string };
  readonly "kept.refused": { readonly article: string; readonly why: string };
  readonly "kept.withdrawn": { readonly article: string };
  readonly "kept.restored": { readonly article: string };
  readonly "kept.not-logged": NoValues;
  readonly "kept.more": { readonly count: number };
  readonly "served.now": { readonly count: number; readonly version: string };
  readonly "served.changes": { readonly added: number; readonly changed: number; readonly withdrawn: number };
  readonly "served.refused-gold": { readonly command: string };
  readonly "served.refused-failed": NoValues;
  readonly "served.dropped": NoValues;
  readonly "served.nothing": NoValues;
  readonly "served.title": NoValues;
  readonly "served.regressions": { readonly count: number };
  readonly "served.filled": { readonly count: number };
  readonly "served.left-out": { readonly count: number };
  readonly "withdraw.sure": { readonly article: string; readonly command: string };
  readonly "withdraw.stays": { readonly article: string };
  readonly "withdraw.other-article": { readonly command: string };
  readonly "button.withdraw": NoValues;
  readonly "button.keep-article": NoValues;
  readonly "restore.none": { readonly wanted: string };
}

/** Said by `/corpus status`. */
export interface StatusMessages {
  readonly "status.publishers": { readonly publishers: string };
  readonly "status.withdrawn": { readonly count: number };
  readonly "status.reprints": { readonly count: number };
  readonly "status.undated": { readonly count: number };
  readonly "status.version": { readonly version: string; readonly when: string };
  readonly "status.writable": NoValues;
  readonly "status.read-only": NoValues;
  readonly "status.last": NoValues;
  readonly "status.no-gold": NoValues;
  readonly "status.all-read": NoValues;
}

/** Said of a question asked in vain that a maintainer takes up. */
export interface GapChoiceMessages {
  readonly "gaps.wordings": NoValues;
  readonly "gaps.gone": NoValues;
  readonly "select.gap": NoValues;
  readonly "button.gap-gold": NoValues;
  readonly "button.gap-ask": NoValues;
  readonly "form.gold": NoValues;
  readonly "form.gold-expect": { readonly yes: string; readonly no: string };
  readonly "form.gold-article": NoValues;
  readonly "form.gold-contains": NoValues;
  readonly "gold.yes": NoValues;
  readonly "gold.no": NoValues;
  readonly "gold.expect-unreadable": { readonly yes: string; readonly no: string };
  readonly "gold.contradicts": NoValues;
  readonly "gold.cites": { readonly article: string };
  readonly "gold.holds": { readonly words: string };
  readonly "gold.too-long": { readonly limit: number; readonly length: number };
}
