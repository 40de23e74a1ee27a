import type { PlayedStep } from "../page-protocol.ts";
import { movedTo } from "./moves.ts";
import type { Action, PageState } from "./state.ts";

/** A conversation from a file, as far as it has been played. */
export interface Play {
  readonly nonce: string;
  /** The file's name. */
  readonly name: string;
  readonly status: "playing" | "over";
  /** Why it could not be played, or not to its end. */
  readonly problem: string | null;
  readonly steps: readonly PlayedStep[];
}

type PlayAction = Extract<Action, { readonly type: "play-started" | "play-closed" | "played" }>;

/** The page follows a conversation: it acts as whoever does the step, where it is done. */
export function reducePlay(state: PageState, action: PlayAction): PageState {
  switch (action.type) {
    case "play-started":
      return {
        ...state,
        play: { nonce: action.nonce, name: action.name, status: "playing", problem: null, steps: [] },
      };
    case "play-closed":
      return { ...state, play: null };
    case "played":
    default: {
      const { play } = state;
      if (play?.nonce !== action.nonce) return state;
      const { personaId, channelId } = action.step;
      const followed = movedTo({ ...state, personaId }, channelId);
      return { ...followed, play: { ...play, steps: [...play.steps, action.step] } };
    }
  }
}

/** The play at its end. */
export function closed(play: Play, problem: string | null): Play {
  return { ...play, status: "over", problem: play.problem ?? problem };
}
