import type { CommandGroup, OptionSpecs } from "../src/domain/command.ts";
import { articleChoice } from "../src/present/text/choices.ts";
import { REASON_LENGTH } from "../src/present/corpus/corpus-withdrawal.ts";
import { LIMITS } from "../src/present/text/limits.ts";
import { corpusStatus, reloadCorpus } from "./curating/corpus-state.ts";
import {
  askForCorrection,
  confirmPreview,
  correctPreview,
  discardPreview,
  turnPreview,
} from "./curating/decide-preview.ts";
import { offerArticles } from "./curating/offer-articles.ts";
import { askWithdraw, completeWithdrawn, keepArticle, restoreArticle, withdrawArticle } from "./curating/withdraw.ts";

/** What is fetched from elsewhere may be no larger either. */
const MOST_BYTES = 20 * 1024 * 1024;
const ADDRESS_LENGTH = 2_000;

/** Chosen among proposals; an id that is longer is typed in no command. */
const article = {
  type: "text",
  required: true,
  maxLength: LIMITS.autocomplete.valueLength,
  autocomplete: true,
} as const;

const options = {
  add: {
    link: { type: "text", required: false, maxLength: ADDRESS_LENGTH, autocomplete: false },
    file: { type: "file", required: false, maxBytes: MOST_BYTES },
  },
  withdraw: {
    article,
    reason: { type: "text", required: true, maxLength: REASON_LENGTH, autocomplete: false },
  },
  restore: { article },
  status: {},
  reload: {},
} as const satisfies Readonly<Record<string, OptionSpecs>>;

/** Everything here is seen by the maintainer alone, and written into the server's log. */
export default {
  name: "corpus",
  needs: "maintainer",
  deadlineMs: LIMITS.command.deadlineMs,
  subcommands: {
    add: {
      options: options.add,
      visibility: "private",
      deadlineMs: LIMITS.command.deadlineMs,
      run(context, { link, file }) {
        return offerArticles(context, link, file);
      },
    },

    withdraw: {
      options: options.withdraw,
      visibility: "private",
      async run(context, args) {
        return askWithdraw(context, args.article, args.reason);
      },
      async complete({ library, words }, _option, typed) {
        return library.completeArticle(typed, LIMITS.autocomplete.choices).map((one) => articleChoice(words, one));
      },
    },

    restore: {
      options: options.restore,
      visibility: "private",
      deadlineMs: LIMITS.command.deadlineMs,
      run(context, args) {
        return restoreArticle(context, args.article);
      },
      complete(context, _option, typed) {
        return completeWithdrawn(context, typed);
      },
    },

    status: {
      options: options.status,
      visibility: "private",
      deadlineMs: LIMITS.command.deadlineMs,
      run: corpusStatus,
    },

    reload: {
      options: options.reload,
      visibility: "private",
      deadlineMs: LIMITS.command.deadlineMs,
      run: reloadCorpus,
    },
  },

  actions: {
    confirm: confirmPreview,
    correct: askForCorrection,
    corrected: correctPreview,
    discard: discardPreview,
    page: turnPreview,
    withdraw: withdrawArticle,
    keep: keepArticle,
  },
} as const satisfies CommandGroup<typeof options>;
