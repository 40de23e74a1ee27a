import type { CommandGroup, OptionSpecs } from "../src/domain/command.ts";
import { LIMITS } from "../src/present/limits.ts";
import {
  askForCorrection,
  confirmPreview,
  correctPreview,
  discardPreview,
  turnPreview,
} from "./curating/decide-preview.ts";
import { offerArticles } from "./curating/offer-articles.ts";

/** What is fetched from elsewhere may be no larger either. */
const MOST_BYTES = 20 * 1024 * 1024;
const ADDRESS_LENGTH = 2_000;

const options = {
  add: {
    link: { type: "text", required: false, maxLength: ADDRESS_LENGTH, autocomplete: false },
    file: { type: "file", required: false, maxBytes: MOST_BYTES },
  },
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
  },

  actions: {
    confirm: confirmPreview,
    correct: askForCorrection,
    corrected: correctPreview,
    discard: discardPreview,
    page: turnPreview,
  },
} as const satisfies CommandGroup<typeof options>;
